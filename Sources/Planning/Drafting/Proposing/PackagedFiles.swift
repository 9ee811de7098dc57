import Image
import Source
import Expectation

/// Which files of an image came with packages, and in which layer.
struct PackagedFiles {
  /// The layer of the package's list, by the path of the file.
  private let layers: [String: Int]

  init(in subject: ProposalSubject) throws(ImageError) {
    var layers: [String: Int] = [:]
    let lists = try subject.search.image.entries(under: "/var/lib/dpkg/info").value ?? []
    for list in lists where list.kind == .file && list.path.hasSuffix(".list") {
      let layer = try subject.layers?.layer(of: list.path) ?? 0
      for line in (try subject.text(of: list.path) ?? "").split(separator: "\n") {
        layers[String(line)] = layer
      }
    }
    for path in ["/lib/apk/db/installed", "/usr/lib/apk/db/installed"] {
      guard let text = try subject.text(of: path) else { continue }
      let layer = try subject.layers?.layer(of: path) ?? 0
      var folder = ""
      for line in text.split(separator: "\n") {
        if line.hasPrefix("F:") { folder = "/" + line.dropFirst(2) }
        if line.hasPrefix("R:") { layers[folder + "/" + line.dropFirst(2)] = layer }
      }
    }
    self.layers = layers
  }

  /// Whether a file is a package's, and nothing above the package's layer has replaced it.
  func holds(_ path: String, layer: Int) -> Bool {
    // The old folders of programs and libraries lead into `/usr` today.
    let older = path.hasPrefix("/usr/") ? String(path.dropFirst(4)) : path
    guard let own = layers[path] ?? layers[older] else { return false }
    return layer <= own
  }
}
