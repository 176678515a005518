"""From a fresh machine to a running site, with nothing but Python 3.11 or newer.

Standard library only, and importable before anything is installed. `__main__.py` says how it
is called; each other file is one concern: the environment, the secret, the port, the processes.
"""
