"""Lists as delegations lay them out, made at random; and are they read right?"""
