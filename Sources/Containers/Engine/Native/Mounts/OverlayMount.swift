import Glibc
import Host

/// An overlay in the working folder of a child: `u` the upper layer, `w` its work folder, `m` the mount
/// point.
struct OverlayMount: Sendable, Hashable {
  /// Relative paths of the lower layers, the top one first: all options share one page, so they must be
  /// short.
  private(set) var lower: [String]
  let marks: Marks
  /// Whether what is made in it can be a device that works.
  var opensDevices = true

  /// The attributes by which the overlay marks its folders.
  enum Marks: Sendable, Hashable {
    /// `trusted.overlay`: only root of the machine has those.
    case trusted
    /// `user.overlay`, for whoever is root in a user namespace.
    case ofUsers
  }

  /// How many layers one mount takes: the kernel stops at 500.
  static let mostLayers = 450

  /// Mounts the lowest layers by themselves, to be read only, and returns what is left with that mount below it.
  ///
  /// That goes once: a layer of a second such mount could take away nothing of the first.
  func mountingLowest(at place: String) throws(EngineError) -> OverlayMount {
    var rest = self
    rest.lower = lower.dropLast(Self.mostLayers) + [place]
    guard rest.lower.count <= Self.mostLayers else {
      throw EngineError(
        .invalid,
        "the image has \(lower.count - 1) layers, and \(2 * Self.mostLayers - 2) are the most that can be mounted",
        help: "flatten it: `docker export` a container of it, and import that")
    }
    let options =
      "lowerdir=\(lower.suffix(Self.mostLayers).joined(separator: ":")),\(marking),metacopy=off,index=off"
    guard Glibc.mount("overlay", place, "overlay", UInt(MS_RDONLY), options) == 0 else {
      throw .system("mount the lowest layers")
    }
    return rest
  }

  // Other settings of the last three would leave an upper layer behind that cannot be read without the
  // lower ones. Beside `userxattr` the first must not be spelled out: it is off then.
  private var marking: String { marks == .trusted ? "redirect_dir=off" : "userxattr" }

  /// Mounts it; `folder` is the working folder's path, for messages.
  func mount(in folder: String) throws(EngineError) {
    let options =
      "lowerdir=\(lower.joined(separator: ":")),upperdir=u,workdir=w,\(marking),metacopy=off,index=off"
    // What lies in the upper layer is packed or thrown away. Without the last word the end of the mount would wait until
    // all of it is on the disk, and so would every `fsync` of a program. Linux before 5.10 does not know it.
    guard attempt(options + ",volatile") || errno == EINVAL && attempt(options) else {
      throw error(errno, folder)
    }
  }

  private func attempt(_ options: String) -> Bool {
    precondition(options.utf8.count < 4096, "the options of a mount share one page")
    return Glibc.mount("overlay", "m", "overlay", opensDevices ? 0 : UInt(MS_NODEV), options) == 0
  }

  private func error(_ code: Int32, _ path: String) -> EngineError {
    switch code {
    case EPERM where marks == .ofUsers:
      EngineError(
        .unavailable, "the kernel lets no ordinary user mount overlays",
        help: "Linux 5.11 and later do; run as root, or use `--engine docker`")
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
          "set `OVENPROOF_HOME` to a folder on a volume, a tmpfs or a disk: an overlay cannot lie on another overlay"
      )
    default: .host(.errno(code, "mount the container's file system"))
    }
  }
}
