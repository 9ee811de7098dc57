/// What the resources that a run has taken so far may have done to the machine.
struct EarlierResources {
  /// Whether none of them may have started something.
  private(set) var isQuiet = true
  /// What they may have brought folders to; nil where that cannot be told.
  private var paths: Set<String>? = []

  /// What is taken while all is compiled: nothing is known of what was before.
  static let unknown = {
    var earlier = EarlierResources()
    earlier.takeUnknown()
    return earlier
  }()

  /// Resources that start nothing.
  private static let quiet: Set<String> = [
    "cookbook_file", "directory", "file", "group", "link", "log", "ohai", "remote_directory", "remote_file",
    "template", "linux_user", "user",
  ]

  /// The property that says where a resource makes a folder, or what may be one; nil for one that makes none.
  static func pathProperty(of name: String) -> String? {
    switch name {
    case "directory", "remote_directory": "path"
    case "link": "target_file"
    case "linux_user", "user": "home"
    default: nil
    }
  }

  /// Takes a resource of Chef; `path` is what its `pathProperty` says.
  mutating func take(_ name: String, at path: String?) {
    if !Self.quiet.contains(name) { isQuiet = false }
    guard Self.pathProperty(of: name) != nil else { return }
    if let path { paths?.insert(path) } else { paths = nil }
  }

  /// Takes what may do anything.
  mutating func takeUnknown() {
    isQuiet = false
    paths = nil
  }

  /// The folder in which a path lies, if it surely is not there: that of temporary files is empty in an image.
  func missingFolder(of path: String) -> String? {
    guard isQuiet, let paths, path.hasPrefix("/tmp/"), !path.hasSuffix("/"), !path.contains("//"),
      !path.contains("/."), let end = path.lastIndex(of: "/")
    else { return nil }
    let folder = String(path[..<end])
    guard folder != "/tmp", !folder.hasPrefix("/tmp/packer"),
      !paths.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") || $0.hasPrefix(folder + "/") })
    else { return nil }
    return folder
  }
}
