import Diagnostics

/// The paths of an image, to find what a missing path may have meant.
struct PathNames {
  private var children: [String: [String]] = [:]
  private var folders: [String: [String]] = [:]
  private static let shownCount = 3
  private static let listedCount = 8

  init(_ paths: [String]) {
    for path in paths {
      let (folder, name) = Self.split(path)
      children[folder, default: []].append(name)
      folders[name, default: []].append(folder)
    }
  }

  /// Where a missing path may be instead: under the same name elsewhere, under a similar one in its folder.
  func evidence(for path: String) -> [String] {
    let (folder, name) = Self.split(path)
    var evidence: [String] = []
    if let elsewhere = folders[name] {
      evidence += elsewhere.prefix(Self.shownCount).map { "there is \(Self.joined($0, name))" }
    }
    if let siblings = children[folder] {
      if let similar = Suggestion.nearest(to: name, among: siblings) {
        evidence.append("\(folder) has \(similar)")
      } else if siblings.count <= Self.listedCount {
        evidence.append("\(folder) has \(siblings.joined(separator: ", "))")
      } else {
        evidence.append("\(folder) has \(siblings.count) entries, none of a similar name")
      }
    } else if let above = nearestFolder(above: folder) {
      evidence.append("\(folder) does not exist or is empty; the nearest folder with entries is \(above)")
    }
    return evidence
  }

  private func nearestFolder(above folder: String) -> String? {
    var folder = folder
    while folder != "/" {
      folder = Self.split(folder).folder
      if children[folder] != nil { return folder }
    }
    return nil
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return ("/", path) }
    let folder = slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    return (folder, String(decoding: bytes[(slash + 1)...], as: UTF8.self))
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }
}
