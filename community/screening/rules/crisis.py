def check(s,c): return ()
