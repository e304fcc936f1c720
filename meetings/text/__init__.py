"""What texts of four languages mean: pure functions that know no Django."""
