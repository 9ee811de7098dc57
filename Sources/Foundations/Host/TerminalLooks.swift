import Glibc

/// How the terminal of standard input behaves, to be restored after a program that changes it.
package struct TerminalLooks {
  private let looks: termios

  /// What it does now; nil where standard input is no terminal.
  package init?() {
    var found = termios()
    guard tcgetattr(STDIN_FILENO, &found) == 0 else { return nil }
    looks = found
  }

  /// Gives the terminal its looks back, from the background as well.
  package func restore() {
    var looks = looks
    var (stop, before) = (sigset_t(), sigset_t())
    sigemptyset(&stop)
    sigaddset(&stop, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stop, &before)
    tcsetattr(STDIN_FILENO, TCSANOW, &looks)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
