"""How fast a long list is imported, held against stock tools and the bare tables."""
