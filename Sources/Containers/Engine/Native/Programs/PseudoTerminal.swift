import CLinux
import Glibc

/// A terminal that nobody sits at: what a program writes to it is passed on to our standard output.
struct PseudoTerminal {
  private static let pieceSize = 1 << 16
  /// How many pieces are passed on after the program has ended: more than a terminal holds, and an end all the same where
  /// what it has left behind goes on writing.
  private static let lastPieces = 256

  private let master: Int32
  private let slave: Int32

  /// Opens one of the container whose file system is ours, for a user of it.
  init(for user: ContainerUser) throws(EngineError) {
    var (near, far): (Int32, Int32) = (-1, -1)
    guard clinux_open_terminal(&near, &far) == 0 else {
      throw EngineError(
        .unavailable, "the container has no terminals to give: \(String(cString: strerror(errno)))",
        help: "`ovenproof doctor` tells what a better engine needs on this machine")
    }
    master = near
    slave = far
    fchown(slave, user.id, gid_t.max)
  }

  /// Makes it the terminal of this process, which is about to become a program.
  func takeOver() {
    setsid()
    guard clinux_take_terminal(slave) == 0 else { _exit(126) }
  }

  /// Passes on what is written, until a signal of a set has come; its number, or 0 where it is time to look after the
  /// program.
  func passOn(until signals: inout sigset_t) -> Int32 {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, 20)
    if watched.revents & Int16(POLLIN) != 0 { passOnPiece() }
    var none = timespec()
    return max(0, sigtimedwait(&signals, nil, &none))
  }

  /// Passes on what is left, after the program has ended.
  func drain() {
    close(slave)
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    for _ in 0..<Self.lastPieces {
      guard poll(&watched, 1, 0) > 0, watched.revents & Int16(POLLIN) != 0, passOnPiece() else { return }
    }
  }

  @discardableResult
  private func passOnPiece() -> Bool {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    let count = read(master, &piece, piece.count)
    var done = 0
    while done < count {
      let written = piece[done..<count].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { return false }
      done += max(0, written)
    }
    return count > 0
  }
}
