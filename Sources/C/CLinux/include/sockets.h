#ifndef OVENPROOF_SOCKETS_H
#define OVENPROOF_SOCKETS_H

#include <stddef.h>
#include <stdint.h>

/// A socket that is about to be connected to an address of 4 or 16 bytes, from another of that size unless `local` is
/// NULL: a descriptor that never blocks, or -1 with errno. `datagram` asks for UDP. Poll it for writing, then ask
/// `clinux_connection_error`.
int clinux_dial(const uint8_t *_Nonnull address, size_t size, uint16_t port, int datagram,
                const uint8_t *_Nullable local);

/// The same for a socket that a path leads to.
int clinux_dial_path(const char *_Nonnull path);

/// What became of a connection: 0, or an error number.
int clinux_connection_error(int descriptor);

/// The largest packet of an interface of this network namespace, or -1.
int clinux_interface_mtu(const char *_Nonnull name);

#endif
