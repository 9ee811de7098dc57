import CLinux
import Glibc

/// The pipes into which a container's own process writes, and the files in which that is kept.
///
/// Pipes, since a program that opens its standard output by a path would cut a file short.
struct KeptLogs {
  private let limit: Int
  private let reading: [Int32]
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

  /// Keeps what comes, for some time; true once the watched descriptor is ready.
  func take(until watched: Int32, milliseconds: Int32) -> Bool {
    var list = (reading + [watched]).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&list, nfds_t(list.count), milliseconds) > 0 else { return false }
    for index in reading.indices where list[index].revents != 0 {
      // Nobody writes any longer, and poll would say so again and again.
      if !keepPiece(index), list[2].revents == 0 { usleep(10_000) }
    }
    return list[2].revents != 0
  }

  /// Keeps what is still in the pipes.
  func drain() { for index in reading.indices { while keepPiece(index) {} } }

  /// Whether there was any.
  private func keepPiece(_ index: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(reading[index], &piece, piece.count)
    guard count > 0 else { return false }
    var status = stat()
    guard fstat(files[index], &status) == 0 else { return true }
    // One byte more than is kept tells that there was more.
    let kept = min(count, max(0, limit + 1 - Int(status.st_size)))
    if kept > 0 { write(files[index], piece, kept) }
    return true
  }
}
