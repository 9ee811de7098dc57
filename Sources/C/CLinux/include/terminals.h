#ifndef OVENPROOF_TERMINALS_H
#define OVENPROOF_TERMINALS_H

/// A new terminal of the file system that is our root, both ends closed on exec: 0, or -1 with errno.
int clinux_open_terminal(int *_Nonnull master, int *_Nonnull slave);

/// Makes a terminal that of this process, which leads a session; its standard streams become it, too.
int clinux_take_terminal(int slave);

#endif
