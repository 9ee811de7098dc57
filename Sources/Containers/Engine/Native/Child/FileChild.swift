import CLinux
import Glibc
import Host
import Image

/// Works on the files of a running container from within its mounts, where no path leads to a file of the
/// host.
struct FileChild {
  let request: FileRequest

  /// Never returns: exits when the work is done, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try work()
      _exit(0)
    }
  }

  private func work() throws(EngineError) {
    switch request.work {
    case .read(let path, let limit): try read(path, limit: limit)
    case .fetch(let path, let file): try fetch(path, to: file)
    case .place(let source, let place): try put(source, at: place)
    case .put(let source, let contentsOnly, let destination):
      // Opened before the container is entered: afterwards its path would lead into the container.
      let copy = try HostSource(source, contentsOnly: contentsOnly)
      let owners = FileOwners(try IdentityMap(of: request.container))
      try enter(.mounts)
      try copy.put(at: ContainerPath(destination), as: owners.ofMachine)
    case .unpack(let folder):
      let owners = FileOwners(try IdentityMap(of: request.container))
      try enter(.mounts)
      var unpacking = TarUnpacking(under: ContainerPath(folder), as: owners.named)
      try unpacking.unpack(DescriptorSource(STDIN_FILENO, named: "the upload"))
    case .export(let path): try export(to: path)
    case .signal(let stop): try signal(stop ? SIGSTOP : SIGCONT)
    }
  }

  private func signal(_ number: Int32) throws(EngineError) {
    let namespaces = try ContainerNamespaces(of: request.container, .all)
    if namespaces.hasProcesses {
      try namespaces.enter()
      try signalAll(number)
    } else {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink("/proc/\(request.container.number)/root", &target, target.count - 1)
      guard count > 1 else { throw .containerEnded }
      let root = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      _ = try RootedProcesses(root: root).signal(number)
    }
  }

  private func enter(_ extent: ContainerNamespaces.Extent) throws(EngineError) {
    try ContainerNamespaces(of: request.container, extent).enter()
  }

  private func read(_ path: String, limit: Int) throws(EngineError) {
    try enter(.mounts)
    let file = try ContainerPath(path).file()
    guard file.status.st_size <= limit else {
      throw EngineError(.invalid, "`\(path)` of the container is larger than \(limit) bytes")
    }
    let output = RegularFile(made: STDOUT_FILENO)
    try output.append(file, to: FileName(path))
  }

  private func fetch(_ path: String, to file: String) throws(EngineError) {
    let output = RegularFile(made: try Self.opened(file))
    try enter(.mounts)
    try output.append(try ContainerPath(path).file(), to: FileName(path))
  }

  private func put(_ source: String, at place: FileRequest.Place) throws(EngineError) {
    let file: OpenFile
    do throws(ImageError) { file = try OpenFile(source) } catch { throw .image(error) }
    let owners = FileOwners(try IdentityMap(of: request.container))
    try enter(.mounts)
    var entry = TarEntry(Array(place.name.utf8), .file)
    entry.mode = place.mode
    entry.modified = place.modified
    let unpacking = TarUnpacking(under: ContainerPath(place.folder), as: owners.named)
    try unpacking.unpack(entry, content: FileSource(file))
  }

  /// A file of the host, which is there and is written anew.
  private static func opened(_ path: String) throws(EngineError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("write `\(path)`") }
    return descriptor
  }

  /// Without what is mounted in the container: those folders are empty in the tar, as they are in an image.
  private func export(to path: String) throws(EngineError) {
    let file = RegularFile(made: try Self.opened(path))
    let namespaces = try ContainerNamespaces(of: request.container, .mounts)
    try namespaces.enter()
    // A container without mounts has nothing to look below.
    let bare = namespaces.hasMounts ? clinux_bare_mount("/") : open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard bare >= 0 else { throw .system("look below the container's mounts") }
    let root = Folder(taking: bare)
    try TreeExport(to: DescriptorSink(file.descriptor, named: path)).write(try root.duplicate())
  }

  /// From a process that is in the container: its first process and the sender itself are not meant by
  /// `kill -1`.
  private func signalAll(_ number: Int32) throws(EngineError) {
    let child = fork()
    guard child >= 0 else { throw .system("start a process in the container") }
    if child == 0 {
      kill(-1, number)
      _exit(0)
    }
    waitpid(child, nil, 0)
  }
}
