import Plan

extension PackageManager {
  /// The command that fetches the lists of packages.
  var refreshing: [String] {
    switch self {
    case .apt: ["apt-get", "update"]
    case .dnf: ["dnf", "-q", "makecache"]
    case .yum: ["yum", "-q", "makecache"]
    case .apk: ["apk", "update"]
    case .zypper: ["zypper", "--non-interactive", "refresh"]
    case .pacman: ["pacman", "-Sy"]
    }
  }

  /// The command that says what a call would do with packages, and does nothing.
  func asking(_ query: PackageQuery, of packages: [String]) -> [String] {
    var words = query.words
    switch self {
    case .apt, .apk: words.insert("--simulate", at: query.verb + 1)
    case .zypper: words.insert("--dry-run", at: query.verb + 1)
    case .pacman: words.insert("--print", at: query.verb + 1)
    case .dnf, .yum: words.insert("--assumeno", at: query.verb + 1)
    }
    if self == .zypper { words.insert("--non-interactive", at: 0) }
    return [program] + words + packages
  }

  /// Whether the answer means that the call would work.
  func agrees(_ code: Int32?, _ lines: [String]) -> Bool {
    if code == 0 { return !(self == .yum && lines.contains { $0.hasPrefix("No package ") }) }
    guard self == .dnf || self == .yum, !lines.contains(where: { $0.hasPrefix("Error:") }) else {
      return false
    }
    return lines.contains { $0.hasPrefix("Operation aborted") || $0.hasPrefix("Exiting on user") }
      && !lines.contains { $0.hasPrefix("No match for") || $0.hasPrefix("No package ") }
  }

  /// What the answer says is wrong; nil where it says nothing that is understood.
  func complaint(in lines: [String]) -> String? {
    let marks: [String] =
      switch self {
      case .apt: ["E: "]
      case .dnf, .yum: ["No match for", "No package ", "Error: "]
      case .apk: ["  ", "ERROR: "]
      case .zypper: ["No provider of", "Package '", "'"]
      case .pacman: ["error: "]
      }
    for mark in marks {
      let lines = lines.filter { $0.hasPrefix(mark) && !$0.hasSuffix(":") }
      if let line = lines.first { return line.dropFirst(mark == "E: " ? 3 : 0).trimmed }
    }
    return nil
  }

  /// Whether the answer says that the manager cannot work, so that nothing is told about packages.
  func isHelpless(_ lines: [String]) -> Bool {
    lines.contains { line in
      [
        "Could not get lock", "Failed to download metadata", "Cannot find a valid baseurl", "temporary error",
        "There are no enabled repos", "No repositories defined", "Could not resolve host",
        "database file for", "no usable package repositories", "failed to synchronize",
      ].contains { line.contains($0) }
    }
  }

  /// The packages that the answer says would be installed, with those that they need.
  func installed(in lines: [String]) -> [String] {
    switch self {
    case .apt:
      lines.compactMap { line in
        line.hasPrefix("Inst ") ? line.dropFirst(5).split(separator: " ").first.map(String.init) : nil
      }
    case .apk:
      lines.compactMap { line in
        line.firstRange(of: "Installing ").map { $0.upperBound }.map { start in
          String(line[start...].prefix { $0 != " " })
        }
      }
    case .dnf, .yum:
      // The table's lines are indented by one blank; its head has the words of a sentence.
      lines.compactMap { line in
        let fields = line.split(separator: " ")
        guard line.hasPrefix(" "), !line.hasPrefix("  "), fields.count >= 5, fields[1] != "Architecture"
        else {
          return nil
        }
        return String(fields[0])
      }
    case .zypper, .pacman: []
    }
  }

  /// The bytes that the answer says would be taken, downloads included; nil where it says nothing.
  func bytes(in lines: [String]) -> Int? {
    guard self == .dnf || self == .yum else { return nil }
    let marks = ["Installed size: ", "Total download size: ", "Total size: "]
    let sizes = lines.compactMap { line -> Int? in
      guard let mark = marks.first(where: line.hasPrefix) else { return nil }
      let parts = line.dropFirst(mark.count).split(separator: " ")
      let factors = ["k": 1 << 10, "M": 1 << 20, "G": 1 << 30]
      guard let number = parts.first.flatMap({ Double($0) }), number < 1e6 else { return nil }
      return Int(number * Double(parts.count > 1 ? factors[String(parts[1])] ?? 1 : 1))
    }
    return sizes.isEmpty ? nil : sizes.reduce(0, +)
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
