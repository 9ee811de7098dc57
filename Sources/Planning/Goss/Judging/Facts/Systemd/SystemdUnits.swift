import Expectation
import Image
import Matching
import Source

/// The units of systemd in an image, as `systemctl is-enabled` sees them (systemd.unit(5), systemctl(1)).
struct SystemdUnits {
  /// Where people and programs put what they enable.
  private static let set = ["/etc/systemd/system", "/run/systemd/system"]
  private static let given = [
    "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
  ]
  private static let limit = 1 << 20
  private static let hopLimit = 40

  /// What a name leads to.
  private enum Found {
    case unit(SystemdUnitName, path: String)
    case masked
    /// Something stands there that systemd takes for no unit.
    case unfit
    case nothing
  }

  let image: ToldImage

  /// Whether `systemctl is-enabled NAME` exits with 0.
  func isEnabled(_ name: String) throws(Untold) -> Bool {
    let asked = SystemdUnitName(mangling: name)
    switch try find(asked) {
    case .masked, .unfit: return false
    case .nothing: return try hasStartLink(asked)
    case .unit(let unit, let path):
      // A name of a unit that has another one is an alias, which counts as enabled.
      if unit != asked, !unit.isInstance { return true }
      return try isEnabled(unit, path)
    }
  }

  private func isEnabled(_ unit: SystemdUnitName, _ path: String) throws(Untold) -> Bool {
    let install = try installation(of: unit, path)
    if install.isBroken { return false }
    let isUpholding = try knowsUpholding(install)
    let wanting = [".wants", ".requires"] + (isUpholding ? [".upholds"] : [])
    var (isLinked, hasOtherName) = (false, false)
    for folder in Self.set {
      for link in try links(in: folder, wanting) {
        // By a template's instance it is enabled indirectly, which counts as well.
        if link.isWanting, link.name == unit || link.name.template == unit { return true }
        if link.isWanting || link.target != unit { continue }
        if install.aliases.contains(where: { SystemdUnitName($0) == link.name }) { return true }
        if link.name != unit {
          hasOtherName = true
        } else if link.path.isExactly(try self.path(of: unit) ?? "") {
          isLinked = true
        } else {
          return true
        }
      }
    }
    if unit.isInstance {
      for folder in Self.given where try links(in: folder, wanting).contains(where: { $0.name == unit }) {
        return true
      }
    }
    if isLinked || hasOtherName { return !isLinked }
    // Without a rule to enable it by, a unit is static, or indirect by `Also`.
    return !install.hasRules(knowsUpholding: isUpholding)
  }

  /// Follows aliases and links to files that lie elsewhere.
  private func find(_ asked: SystemdUnitName) throws(Untold) -> Found {
    guard var path = try self.path(of: asked) else { return .nothing }
    var unit = asked
    for _ in 0..<Self.hopLimit {
      guard let entry = try image.entry(at: path) else { return .unfit }
      guard let target = entry.target else {
        if entry.kind != .file { return .unfit }
        return entry.size == 0 ? .masked : .unit(unit, path: path)
      }
      if target == "/dev/null" { return .masked }
      let file = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
      let next = SystemdUnitName(target.lastName).instantiated(as: unit)
      guard next.fits(unit) else { return .unfit }
      if next == unit || SystemdUnitName(target.lastName) == SystemdUnitName(path.lastName) {
        path = file
      } else {
        path = try self.path(of: next) ?? file
      }
      unit = next
    }
    return .unfit
  }

  private func path(of unit: SystemdUnitName) throws(Untold) -> String? {
    for name in unit.sources {
      for folder in Self.set + Self.given {
        if try image.entry(at: "\(folder)/\(name.text)") != nil { return "\(folder)/\(name.text)" }
      }
    }
    return nil
  }

  private static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex
    return String(path[..<slash])
  }

  private struct Link {
    let path: String
    let name: SystemdUnitName
    let target: SystemdUnitName
    /// Whether it lies in a folder like `multi-user.target.wants`.
    let isWanting: Bool
  }

  private func links(in folder: String, _ wanting: [String]) throws(Untold) -> [Link] {
    try image.entries(under: folder).compactMap { entry in
      guard let target = entry.target else { return nil }
      let parts = entry.path.dropFirst(folder.count + 1).utf8.split(separator: UInt8(ascii: "/")).map {
        String(Substring($0))
      }
      guard parts.count == 1 || parts.count == 2 && wanting.contains(where: parts[0].hasSuffix) else {
        return nil
      }
      return Link(
        path: entry.path, name: SystemdUnitName(parts[parts.count - 1]),
        target: SystemdUnitName(target.lastName),
        isWanting: parts.count == 2)
    }
  }

  /// What the unit and its drop-ins say; of two drop-ins with a name that in the earlier folder counts.
  private func installation(of unit: SystemdUnitName, _ path: String) throws(Untold) -> UnitInstallation {
    var installation = UnitInstallation()
    installation.take(try image.read(path, limit: Self.limit) ?? [])
    var paths: [ExactText: String] = [:]
    for name in unit.sources {
      for folder in Self.set + Self.given {
        for entry in try image.entries(under: "\(folder)/\(name.text).d")
        where entry.path.hasSuffix(".conf") {
          let dropIn = ExactText(entry.path.lastName)
          if paths[dropIn] == nil { paths[dropIn] = entry.path }
        }
      }
    }
    for (_, path) in paths.sorted(by: { $0.key.text.isBefore($1.key.text) }) {
      installation.take(try image.read(path, limit: Self.limit) ?? [])
    }
    return installation
  }

  /// Whether the image's systemd knows `UpheldBy`, which came with version 254.
  private func knowsUpholding(_ installation: UnitInstallation) throws(Untold) -> Bool {
    guard installation.asksForUpholding else { return true }
    let version = try image.packages()?.installed("systemd").first?.version.text
    return version.flatMap { Int($0.prefix { $0.isNumber }) }.map { $0 >= 254 } ?? true
  }

  /// A script of SysV's counts through its links, by the rule of Debian's `systemd-sysv-install`.
  private func hasStartLink(_ unit: SystemdUnitName) throws(Untold) -> Bool {
    guard let name = unit.scriptName, try image.entry(at: "/etc/init.d/\(name)") != nil else { return false }
    for level in ["S", "5"] {
      let links = try image.entries(under: "/etc/rc\(level).d")
      if links.contains(where: { link in
        let file = Array(link.path.lastName.utf8)
        return file.first == UInt8(ascii: "S") && file.dropFirst(3).elementsEqual(name.utf8)
      }) {
        return true
      }
    }
    return false
  }
}

extension String {
  /// What stands behind the last slash.
  var lastName: String {
    String(
      Substring(
        utf8.suffix(
          from: utf8.lastIndex(of: UInt8(ascii: "/")).map { utf8.index(after: $0) } ?? utf8.startIndex)))
  }
}
