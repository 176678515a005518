"""An encoder of sentences, where its extra is installed: texts that mean much the same lie near each other.

NumPy is loaded by what runs the encoder (`model`, `weights`, `packing`), and by nothing else: the site does without it.
"""
