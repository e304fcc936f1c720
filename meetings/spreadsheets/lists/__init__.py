"""A list of people in a `Book`: which sheets, headings, columns and rows it is in."""
