import Glibc

/// Other people's schemas, checkers and templates that a workplace keeps in a folder `shared` beside or above the
/// checkout: read there, never copied; tests of them are skipped where it is absent.
package enum Materials {
  /// The absolute path of something in the folder; nil where it is not there.
  package static func path(_ relative: String) -> String? {
    var parts = Repository.root.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let path = "/" + parts.joined(separator: "/") + "/shared/" + relative
      if access(path, R_OK) == 0 { return path }
      parts.removeLast()
    }
    return nil
  }

  /// Whether tests of something in the folder are to run; says aloud what is left out.
  package static func has(_ relative: String) -> Bool {
    if path(relative) != nil { return true }
    let line = Array("skipped: tests that need `shared/\(relative)` beside the checkout\n".utf8)
    write(2, line, line.count)
    return false
  }
}
