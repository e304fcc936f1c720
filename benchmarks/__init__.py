"""How fast long lists come in and go out, beside stock tools and bare tables."""
