import Glibc
import Host

/// An overlay in the working folder of a child: `u` the upper layer, `w` its work folder, `m` the mount
/// point.
struct OverlayMount: Sendable, Hashable {
  /// Relative paths of the lower layers, the top one first: all options share one page, so they must be
  /// short.
  let lower: [String]

  /// Mounts it; `folder` is the working folder's path, for messages.
  func mount(in folder: String) throws(EngineError) {
    // Other settings of the last three would leave an upper layer behind that cannot be read without the
    // lower ones.
    let options =
      "lowerdir=\(lower.joined(separator: ":")),upperdir=u,workdir=w,redirect_dir=off,metacopy=off,index=off"
    guard options.utf8.count < 4096 else {
      throw EngineError(.invalid, "the image has \(lower.count) layers, which is more than can be mounted")
    }
    guard Glibc.mount("overlay", "m", "overlay", 0, options) == 0 else { throw Self.error(errno, folder) }
  }

  private static func error(_ code: Int32, _ path: String) -> EngineError {
    switch code {
    case EPERM, EACCES:
      EngineError(
        .unavailable, "this process may not mount file systems",
        help:
          "run as root outside of a container, give the container `--cap-add SYS_ADMIN`, or use `--engine docker`"
      )
    case ENODEV:
      EngineError(
        .unavailable, "the kernel has no overlayfs", help: "`modprobe overlay`, or use `--engine docker`")
    case EINVAL, EREMOTE, EOPNOTSUPP:
      EngineError(
        .unavailable, "overlayfs refuses the folder `\(path)` for its upper layer",
        help:
          "set `XDG_CACHE_HOME` to a folder on a volume, a tmpfs or a disk: an overlay cannot lie on another overlay"
      )
    default: .host(.errno(code, "mount the container's file system"))
    }
  }
}
