import Glibc
import Source

/// The environment of a container's program on its way through the child that starts it.
///
/// Each name carries a prefix there: the child runs on the host, and a hostile image's `LD_PRELOAD` must
/// not reach its dynamic linker.
enum ChildEnvironment {
  private static let prefix = "+"

  static func wrapped(_ environment: [String: String]) -> [String: String] {
    // A name with a sign in it is one that ends there, as it is to all who read it.
    let pairs = environment.map { "\($0)=\($1)".assignment ?? (name: $0, value: $1) }
    return Dictionary(pairs.map { (prefix + $0.name, $0.value) }) { max($0, $1) }
  }

  /// The container's variables in this process's own environment.
  static func unwrapped() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if text.utf8.starts(with: prefix.utf8), let (name, value) = text.assignment {
        variables[String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)] = value
      }
      next += 1
    }
    return variables
  }
}
