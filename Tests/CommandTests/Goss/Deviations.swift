import Host
import Support

/// Lists of recordings from which we part: a line for each, its name and the reason.
enum Deviations {
  static func read(_ path: String) throws -> [String: String] {
    let bytes = try Disk(workingDirectory: "/").read(Repository.fixture(path), limit: 1 << 16)
    var reasons: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 1)
      reasons[String(words[0])] = words.count > 1 ? String(words[1]) : ""
    }
    return reasons
  }
}
