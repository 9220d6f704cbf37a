guide-title = Guide
