/// Where a hierarchy of control groups is mounted.
struct ControlGroupMount: Sendable, Hashable {
  /// The group that lies at the mount point.
  let root: String
  let path: String
  let isUnified: Bool
  let isWritable: Bool
  /// Of the file system; the names of controllers are among them.
  let options: [String]

  /// All of them, from the text of `/proc/self/mountinfo`.
  static func all(in mountinfo: String) -> [ControlGroupMount] {
    mountinfo.split(separator: "\n").compactMap(ControlGroupMount.init(line:))
  }

  /// Reads a line of `mountinfo` (proc(5)).
  private init?(line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 3 < fields.count else { return nil }
    let type = fields[dash + 1]
    guard type == "cgroup" || type == "cgroup2" else { return nil }
    root = String(fields[3])
    path = String(fields[4])
    isUnified = type == "cgroup2"
    options = fields[dash + 3].split(separator: ",").map(String.init)
    isWritable = !options.contains("ro") && !fields[5].split(separator: ",").contains("ro")
  }

  /// The folder of a group; nil for one that lies outside of what is mounted.
  func folder(of group: String) -> String? {
    if root == "/" { return path + group }
    guard group == root || group.hasPrefix(root + "/") else { return nil }
    return path + group.dropFirst(root.count)
  }
}
