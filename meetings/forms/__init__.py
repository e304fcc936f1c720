"""What a person may submit."""
