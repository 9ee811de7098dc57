import Glibc

/// Where programs of the host are looked for: the PATH, then the folders for administrators' programs,
/// which many PATHs lack.
struct ProgramSearch: Sendable, Hashable {
  private let folders: [String]

  init(environment: [String: String]) {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    folders = path.split(separator: ":").map(String.init) + ["/usr/local/sbin", "/usr/sbin", "/sbin"]
  }

  /// The path of a program; nil where there is none.
  func path(of name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
