import Glibc

/// The environment of a container's program on its way through the child that starts it.
///
/// Each name carries a prefix there: the child runs on the host, and a hostile image's `LD_PRELOAD` must
/// not reach its dynamic linker.
enum ChildEnvironment {
  private static let prefix = "+"

  static func wrapped(_ environment: [String: String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: environment.map { (prefix + $0, $1) })
  }

  /// The container's variables in this process's own environment.
  static func unwrapped() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if text.hasPrefix(prefix), let equals = text.firstIndex(of: "=") {
        variables[String(text[text.index(after: text.startIndex)..<equals])] = String(
          text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }
}
