def read(text, events, state):
    return ""
