import Host

/// The files that dgoss lays into `/goss` of a container, under the names that they have there: they are read where they lie on
/// this machine. What goss includes beside them is found beside them.
struct DGossFiles: FileTree {
  private static let folder = "/goss"
  static let main = "/goss/goss.yaml"
  static let wait = "/goss/goss_wait.yaml"

  let settings: DGossSettings
  let disk: Disk

  static func path(of name: String) -> String { "\(folder)/\(name)" }

  var workingDirectory: String { "/" }
  func status(_ path: String) -> FileStatus? { disk.status(real(path)) }
  func isSymbolicLink(_ path: String) -> Bool { disk.isSymbolicLink(real(path)) }
  func list(_ path: String) throws(HostError) -> [String] { try disk.list(real(path)) }
  func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
    try disk.read(real(path), limit: limit)
  }

  private func real(_ path: String) -> String {
    if path == Self.main { return settings.path(of: settings.file) }
    if path == Self.folder { return settings.folder }
    guard path.hasPrefix(Self.folder + "/") else { return path }
    let rest = path.dropFirst(Self.folder.utf8.count + 1)
    let first = rest.prefix { $0 != "/" }
    let added = settings.addedFolders.first { $0.split(separator: "/").last == first }
    return added.map { $0 + rest.dropFirst(first.count) } ?? settings.path(of: String(rest))
  }
}
