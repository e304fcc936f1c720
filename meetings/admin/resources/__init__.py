"""Rows of files <-> models."""
