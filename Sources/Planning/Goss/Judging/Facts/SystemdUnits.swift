import Image

/// The units of systemd in an image, as `systemctl is-enabled` sees them (systemd.unit(5), systemctl(1)).
struct SystemdUnits {
  private static let set = ["/etc/systemd/system", "/run/systemd/system"]
  private static let folders =
    set + ["/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"]
  private static let limit = 1 << 20

  let image: ToldImage

  /// Whether `systemctl is-enabled NAME` exits with 0.
  func isEnabled(_ name: String) throws(Untold) -> Bool {
    let unit = Self.unit(name)
    var found = try path(of: unit)
    if found == nil, let template = Self.template(of: unit) { found = try path(of: template) }
    guard let path = found else { return try hasStartLink(name) }
    if try isMasked(path) { return false }
    if try isLinked(unit) { return true }
    let install = try installSection(of: path)
    let enables = ["WantedBy", "RequiredBy", "UpheldBy", "Alias"].contains { install.contains($0) }
    // Without a section to enable it by, a unit is static; with `Also` alone, or a default instance, indirect.
    return !enables || install.contains("DefaultInstance") && Self.isTemplate(unit)
  }

  /// The unit's file name: a name without a suffix is a service.
  private static func unit(_ name: String) -> String {
    let suffixes = [
      ".service", ".socket", ".target", ".timer", ".mount", ".automount", ".path", ".slice", ".scope",
      ".swap",
      ".device",
    ]
    return suffixes.contains { name.hasSuffix($0) } ? name : name + ".service"
  }

  private static func isTemplate(_ unit: String) -> Bool { unit.contains("@.") }

  /// `a@.service` of `a@b.service`.
  private static func template(of unit: String) -> String? {
    guard let at = unit.firstIndex(of: "@"), let dot = unit.lastIndex(of: "."), at < dot else { return nil }
    return String(unit[...at] + unit[dot...])
  }

  private func path(of unit: String) throws(Untold) -> String? {
    for folder in Self.folders {
      if try image.entry(at: "\(folder)/\(unit)") != nil { return "\(folder)/\(unit)" }
    }
    return nil
  }

  private func isMasked(_ path: String) throws(Untold) -> Bool {
    guard let entry = try image.entry(at: path) else { return false }
    if entry.kind == .symlink { return entry.target == "/dev/null" }
    return entry.kind == .file && entry.size == 0
  }

  /// Whether a link of a target's, or an alias, leads to the unit.
  private func isLinked(_ unit: String) throws(Untold) -> Bool {
    for folder in Self.set {
      for entry in try image.entries(under: folder) where entry.kind == .symlink {
        let parts = entry.path.dropFirst(folder.count + 1).split(separator: "/")
        if parts.count == 2, parts[0].hasSuffix(".wants") || parts[0].hasSuffix(".requires"), parts[1] == unit
        {
          return true
        }
        let target = entry.target?.split(separator: "/").last.map(String.init)
        if parts.count == 1, parts[0] == unit, target != unit { return true }
        if parts.count == 1, parts[0] != unit, target == unit { return true }
      }
    }
    return false
  }

  /// The keys of the `[Install]` section, without those that say nothing.
  private func installSection(of path: String) throws(Untold) -> Set<String> {
    let bytes = try image.read(path, limit: Self.limit) ?? []
    var keys: Set<String> = []
    var isInside = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("[") {
        isInside = line.hasPrefix("[Install]")
      } else if isInside, let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        let value = line[line.index(after: equals)...].filter { $0 != " " && $0 != "\r" }
        if !value.isEmpty { keys.insert(String(line[..<equals].filter { $0 != " " })) }
      }
    }
    return keys
  }

  /// A script of SysV's counts through its links.
  private func hasStartLink(_ name: String) throws(Untold) -> Bool {
    guard try image.entry(at: "/etc/init.d/\(name)") != nil else { return false }
    for level in ["2", "3", "4", "5"] {
      let links = try image.entries(under: "/etc/rc\(level).d")
      if links.contains(where: { link in
        let file = link.path.split(separator: "/").last ?? ""
        return file.hasPrefix("S") && file.dropFirst(3) == name
      }) {
        return true
      }
    }
    return false
  }
}
