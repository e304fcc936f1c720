"""How rows of files become rows of models, and back."""
