"""What a combobox waits for."""
