"""A request -> a page, a file or a redirect."""
