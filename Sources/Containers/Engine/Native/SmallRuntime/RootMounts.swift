import CLinux
import Glibc
import Host

/// Mounts in a folder that is to become a container's root; nothing that the folder's links say leads out of it.
struct RootMounts: ~Copyable {
  private let root: Folder

  /// For the folder at a path of the process's own root.
  init(in path: String) throws(EngineError) { root = try Folder(at: path) }

  /// Mounts one thing; where nothing stands at its place, that is made.
  func add(_ mount: RuntimeMount) throws(EngineError) {
    let options = MountOptions(mount.options)
    let place = try place(mount.destination, for: options.isBind ? mount.source : nil)
    defer { close(place) }
    if options.isBind { return try bind(mount.source, to: place, options, for: mount) }
    // Its devices are the machine's, mounted one by one: nobody is to make others.
    let flags = options.flags | (mount.type == "tmpfs" ? UInt(MS_NODEV) : 0)
    if Glibc.mount(mount.source, Self.path(place), mount.type, flags, options.rest) == 0 { return }
    switch (mount.type, errno) {
    // Message queues are no loss to a build.
    case ("mqueue", _): return
    // Where a container runtime has covered parts of it, nobody is given a fresh one: then ours has to do.
    case ("proc", EPERM), ("sysfs", EPERM):
      try bind(mount.destination, to: place, MountOptions(["rbind"] + mount.options), for: mount)
    case (_, let code): throw .host(.errno(code, "mount `\(mount.destination)` of the container"))
    }
  }

  /// The devices that every container has, and the links beside them.
  func addDevices() throws(EngineError) {
    for name in RuntimeConfiguration.usualDevices {
      try add(RuntimeMount("/dev/\(name)", "bind", "/dev/\(name)", ["bind", "nosuid", "noexec"]))
    }
    let folder = Folder(taking: try place("/dev", for: nil, reading: true))
    let links = [
      ("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"), ("stdout", "/proc/self/fd/1"),
      ("stderr", "/proc/self/fd/2"), ("ptmx", "pts/ptmx"),
    ]
    for (name, target) in links where symlinkat(target, folder.descriptor, name) != 0 && errno != EEXIST {
      throw .system("make the link `/dev/\(name)` of the container")
    }
  }

  /// Covers what tells about the machine; what is not there needs no cover.
  func mask(_ path: String) throws(EngineError) {
    guard let place = existing(path) else { return }
    defer { close(place) }
    var status = stat()
    guard fstat(place, &status) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let covered =
      isFolder
      ? mount("tmpfs", Self.path(place), "tmpfs", UInt(MS_RDONLY), nil)
      : mount("/dev/null", Self.path(place), nil, UInt(MS_BIND), nil)
    guard covered == 0 else { throw .system("cover `\(path)` of the container") }
  }

  /// Takes away the right to write to what steers the machine.
  func makeReadOnly(_ path: String) throws(EngineError) {
    guard let place = existing(path) else { return }
    defer { close(place) }
    try bind(
      Self.path(place), to: place, MountOptions(["rbind", "ro"]), for: RuntimeMount(path, "bind", path, []))
  }

  private func bind(
    _ source: String, to place: Int32, _ options: MountOptions, for mount: RuntimeMount
  ) throws(EngineError) {
    let kind = options.flags & UInt(MS_BIND | MS_REC) | UInt(MS_BIND)
    guard Glibc.mount(source, Self.path(place), nil, kind, nil) == 0 else {
      throw .system("mount `\(source)` at `\(mount.destination)` of the container")
    }
    let restrictions = options.restrictions | (Self.isDevice(source) ? 0 : UInt(MS_NODEV))
    guard restrictions != 0, let mounted = existing(mount.destination) else { return }
    defer { close(mounted) }
    var status = statvfs()
    guard fstatvfs(mounted, &status) == 0 else { throw .system("look at a mount of the container") }
    // What the source is forbidden may not be allowed here.
    let kept = UInt(status.f_flag) & UInt(MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC)
    let flags = UInt(MS_BIND | MS_REMOUNT) | restrictions | kept
    guard Glibc.mount(nil, Self.path(mounted), nil, flags, nil) == 0 else {
      throw .system("restrict `\(mount.destination)` of the container")
    }
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFCHR || status.st_mode & S_IFMT == S_IFBLK
  }

  private static func path(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private func existing(_ path: String, reading: Bool = false) -> Int32? {
    let flags = reading ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : clinux_path_only | O_CLOEXEC
    let found = clinux_openat2(
      root.descriptor, path, UInt64(flags), 0, clinux_in_root | clinux_no_magic_links)
    return found >= 0 ? found : nil
  }

  /// A place to mount on, made where it is absent: a file for a file, else a folder.
  private func place(_ path: String, for source: String?, reading: Bool = false) throws(EngineError) -> Int32
  {
    if let found = existing(path, reading: reading) { return found }
    let path = ContainerPath(path)
    let parent = Folder(taking: try place(path.parent.text, for: nil, reading: true))
    var status = stat()
    let isFile = source.map { stat($0, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR } ?? false
    if isFile {
      let made = try parent.makeFile(path.name)
      fchmod(made.descriptor, 0o755)
    } else {
      let made = try parent.makeFolder(path.name)
      fchmod(made.descriptor, 0o755)
    }
    guard let found = existing(path.text, reading: reading) else {
      throw .system("make `\(path)` in the container")
    }
    return found
  }
}
