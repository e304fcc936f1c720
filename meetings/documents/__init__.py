"""What is sent, printed or subscribed to."""
