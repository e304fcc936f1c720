"""What a cell of a name holds: people, what stands beside them, and seats."""
