position-title = My position
