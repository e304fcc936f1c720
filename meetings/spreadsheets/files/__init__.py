"""Files of every kind, read into a `Book` of sheets by the child process."""
