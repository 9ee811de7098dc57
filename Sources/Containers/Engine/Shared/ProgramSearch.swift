import Glibc

/// Where programs of the host are looked for: the PATH, then the folders for administrators' programs,
/// which many PATHs lack.
package struct ProgramSearch: Sendable, Hashable {
  private let folders: [String]

  package init(environment: [String: String]) {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    folders = path.split(separator: ":").map(String.init) + ["/usr/local/sbin", "/usr/sbin", "/sbin"]
  }

  /// The path of a program; nil where there is none.
  package func path(of name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first(where: Self.isProgram)
  }

  /// Whether a file that may be run is at a path; to `access` a folder may be run as well.
  package static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
