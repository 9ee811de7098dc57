import CLinux
import Glibc

/// The pipes into which a container's own process writes, and the files in which that is kept.
///
/// Pipes, since a program that opens its standard output by a path would cut a file short.
struct KeptLogs {
  private let limit: Int
  /// Those that have ended, since nobody can write into them any longer, are -1.
  private var reading: [Int32]
  private let writing: [Int32]
  private let files: [Int32]

  init(scratch: Scratch, limit: Int) throws(EngineError) {
    var (output, error): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard clinux_pipe(&output) == 0, clinux_pipe(&error) == 0 else { throw .system("make a pipe") }
    self.limit = limit
    reading = [output[0], error[0]]
    writing = [output[1], error[1]]
    // Programs of any user of the container may open them by `/dev/stdout` and `/dev/stderr`.
    for pipe in writing { fchmod(pipe, 0o666) }
    for pipe in reading { _ = fcntl(pipe, F_SETFL, O_NONBLOCK) }
    files = [scratch.output, scratch.error].map { (path: String) in
      open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    }
    guard files.allSatisfy({ $0 >= 0 }) else { throw .system("open the logs of the container") }
  }

  /// Makes them the streams of this process, whose input has an end.
  func takeOver() throws(EngineError) {
    let nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard nowhere >= 0 else { throw .system("open `/dev/null`") }
    dup2(nowhere, STDIN_FILENO)
    dup2(writing[0], STDOUT_FILENO)
    dup2(writing[1], STDERR_FILENO)
    signal(SIGPIPE, SIG_DFL)
  }

  func closeWritingEnds() { writing.forEach { close($0) } }

  /// Keeps what comes, for some time; true once the watched descriptor is ready, which may be none.
  mutating func take(until watched: Int32, milliseconds: Int32) -> Bool {
    // No descriptor, -1, is passed over.
    var list = (reading + [watched]).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&list, nfds_t(list.count), milliseconds) > 0 else { return false }
    for index in reading.indices where list[index].revents != 0 { _ = keepPiece(index) }
    return list[2].revents != 0
  }

  /// Keeps what is still in the pipes.
  mutating func drain() { for index in reading.indices { while keepPiece(index) {} } }

  /// Whether there was any.
  private mutating func keepPiece(_ index: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(reading[index], &piece, piece.count)
    if count == 0 {
      close(reading[index])
      reading[index] = -1
    }
    guard count > 0 else { return false }
    var status = stat()
    guard fstat(files[index], &status) == 0 else { return true }
    // One byte more than is kept tells that there was more.
    let kept = min(count, max(0, limit + 1 - Int(status.st_size)))
    if kept > 0 { write(files[index], piece, kept) }
    return true
  }
}
