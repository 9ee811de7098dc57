/// The words of a program as `docker exec` is to start it: as they are, or below a shell where more is wanted.
struct ExecWords: Sendable, Hashable {
  let words: [String]

  /// Where the input ends that the program leaves: a daemon that closes a connection with bytes in it resets it, and the
  /// client then ends with 1 and the words `connection reset by peer`, whatever the program's own code was.
  private static let readingTheRest = #""$@"; code=$?; cat >/dev/null 2>&1; exit $code"#

  /// Holds a file open that has lost its name: all that the program starts inherits it, and nothing else tells of it but
  /// `/proc`, least of all the environment. Where it cannot be made, the program has no mark.
  private static let marking = #"(: >"$1") 2>/dev/null && exec 9<"$1" && rm -f "$1" 2>/dev/null; shift"#

  /// What shells add to the environment of what they start.
  private static let forgetting = "unset PWD OLDPWD SHLVL"

  /// `mark` is the path of a file by which the program is to be found again.
  init(_ arguments: [String], readsRest: Bool, mark: String?) {
    guard readsRest || mark != nil else {
      words = arguments
      return
    }
    let steps =
      (mark == nil ? [] : [Self.marking]) + [Self.forgetting]
      + [readsRest ? Self.readingTheRest : #"exec "$@""#]
    words = ["/bin/sh", "-c", steps.joined(separator: "; "), "sh"] + (mark.map { [$0] } ?? []) + arguments
  }

  /// Ends all that holds the file open, and what that starts meanwhile. Needs a shell and `readlink` in the image; without
  /// them the programs end with the container.
  static func killing(mark: String) -> [String] {
    let script = """
      for round in 1 2 3 4 5 6 7 8 9; do
        left=
        for link in /proc/[0-9]*/fd/9; do
          case $(readlink "$link" 2>/dev/null) in
            "$1"*) process=${link#/proc/} left=yes; kill -9 "${process%%/*}" 2>/dev/null ;;
          esac
        done
        [ -n "$left" ] || break
      done
      """
    return ["/bin/sh", "-c", script, "sh", mark]
  }
}
