#define _GNU_SOURCE
#include "sockets.h"

#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static socklen_t fill(struct sockaddr_storage *storage, const uint8_t *address, size_t size, uint16_t port) {
  memset(storage, 0, sizeof *storage);
  if (size == 4) {
    struct sockaddr_in *four = (struct sockaddr_in *)storage;
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    memcpy(&four->sin_addr, address, 4);
    return sizeof *four;
  }
  struct sockaddr_in6 *six = (struct sockaddr_in6 *)storage;
  six->sin6_family = AF_INET6;
  six->sin6_port = htons(port);
  memcpy(&six->sin6_addr, address, 16);
  return sizeof *six;
}

static int connected(int channel, const struct sockaddr *address, socklen_t size) {
  if (connect(channel, address, size) == 0 || errno == EINPROGRESS) return channel;
  int code = errno;
  close(channel);
  errno = code;
  return -1;
}

int clinux_dial(const uint8_t *address, size_t size, uint16_t port, int datagram, const uint8_t *local) {
  int type = (datagram ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC | SOCK_NONBLOCK;
  int channel = socket(size == 4 ? AF_INET : AF_INET6, type, 0);
  if (channel < 0) return -1;
  struct sockaddr_storage storage;
  if (local) {
    socklen_t length = fill(&storage, local, size, 0);
    if (bind(channel, (struct sockaddr *)&storage, length) != 0) {
      int code = errno;
      close(channel);
      errno = code;
      return -1;
    }
  }
  socklen_t length = fill(&storage, address, size, port);
  return connected(channel, (struct sockaddr *)&storage, length);
}

int clinux_dial_path(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(address.sun_path, path);
  int channel = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (channel < 0) return -1;
  return connected(channel, (struct sockaddr *)&address, sizeof address);
}

int clinux_connection_error(int descriptor) {
  int code = 0;
  socklen_t size = sizeof code;
  return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno;
}

int clinux_interface_mtu(const char *name) {
  int channel = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (channel < 0) return -1;
  struct ifreq request = {0};
  strncpy(request.ifr_name, name, IFNAMSIZ - 1);
  int status = ioctl(channel, SIOCGIFMTU, &request);
  close(channel);
  return status == 0 ? request.ifr_mtu : -1;
}
