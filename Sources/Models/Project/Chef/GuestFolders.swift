import Host
import Packer
import Source

/// Where the folders that a build uploads before a step lie on the guest.
struct GuestFolders {
  private struct Upload {
    let host: Located<String>
    let guest: String
  }

  private var uploads: [Upload] = []

  init(before subject: Subject, _ paths: ProjectPaths, in files: any FileTree) {
    for component in subject.build.provisioners where component.position < subject.position {
      let options = component.options
      guard component.type.value == "file", options.string("direction") != "download",
        let destination = options.string("destination")
      else { continue }
      let single = options.text("source").value.map { [$0] } ?? []
      for source in options.texts("sources") + single {
        guard let written = source.value.complete else { continue }
        let path = paths.path(written)
        guard files.status(path)?.kind == .directory else { continue }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let folder = Self.withoutSlash(destination)
        let guest = written.hasSuffix("/") ? folder : folder + "/" + name
        uploads.append(Upload(host: Located(path, at: source.location), guest: guest))
      }
    }
  }

  /// Whether what lies at a path of the guest was uploaded.
  func holds(_ path: String) -> Bool { upload(of: Self.withoutSlash(path)) != nil }

  private func upload(of path: String) -> Upload? {
    uploads.last { path == $0.guest || path.hasPrefix($0.guest + "/") }
  }

  /// The folder on the host whose content a folder of the guest has, at the option that uploads it.
  func host(of path: String, in files: any FileTree) -> Located<String>? {
    let path = Self.withoutSlash(path)
    guard let found = upload(of: path) else { return nil }
    let inside = String(path.dropFirst(found.guest.utf8.count))
    let folder = found.host.value + inside
    return files.status(folder)?.kind == .directory ? Located(folder, at: found.host.location) : nil
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
