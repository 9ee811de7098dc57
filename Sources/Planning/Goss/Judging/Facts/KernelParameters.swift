import Expectation
import Image
import Source

/// The kernel's parameters that an image sets when it starts (sysctl.d(5)).
struct KernelParameters {
  private static let folders = [
    "/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d",
  ]
  private static let lastFile = "/etc/sysctl.conf"
  private static let limit = 1 << 20

  let image: ToldImage
  private let settings = Remembered<[String: String]>()

  init(image: ToldImage) { self.image = image }

  /// A parameter's name with dots, whichever way it is written.
  static func dotted(_ name: String) -> String { name.replacingSlashes }

  /// The value that the image's files give a parameter; any other only a running kernel tells.
  func finding(of name: String) throws(Untold) -> GossFinding {
    let settings = try settings.value { () throws(Untold) in
      var settings: [String: String] = [:]
      for path in try files {
        for (key, value) in Self.settings(try image.read(path, limit: Self.limit) ?? []) {
          settings[key] = value
        }
      }
      return settings
    }
    return settings[name.replacingSlashes].map { .value(.text($0)) }
      ?? .undecided(UnknownReason("no file of sysctl.d sets `\(name)`, so only a running kernel can tell"))
  }

  /// The files in the order of their names; of two with the same name the one in the earlier folder counts.
  private var files: [String] {
    get throws(Untold) {
      var byName: [ExactText: String] = [:]
      for folder in Self.folders {
        for entry in try image.entries(under: folder) {
          let name = ExactText(entry.path.lastName)
          guard entry.path.isExactly(folder + "/" + name.text), name.text.hasSuffix(".conf"),
            byName[name] == nil, try counts(entry)
          else { continue }
          byName[name] = entry.path
        }
      }
      let paths = byName.sorted { $0.key.text.isBefore($1.key.text) }.map(\.value)
      return paths + (try isOfSystemd ? [] : [Self.lastFile])
    }
  }

  /// Whether a file takes the place of one with its name in a later folder: a link to nothing does so too.
  private func counts(_ entry: ImageEntry) throws(Untold) -> Bool {
    guard let target = entry.target else { return entry.kind == .file }
    if target == "/dev/null" { return true }
    if case .entry = try ImagePath.end(of: entry.path, followsLast: true, in: image) { return true }
    return false
  }

  /// systemd reads the one file only where a link in a folder leads to it; others read it last.
  private var isOfSystemd: Bool {
    get throws(Untold) {
      for folder in ["/usr/lib/systemd", "/lib/systemd"] {
        if try image.entry(at: folder + "/systemd-sysctl") != nil { return true }
      }
      return false
    }
  }

  private static func settings(_ bytes: [UInt8]) -> [(String, String)] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\0" }).compactMap { line in
      let line = trimmed(line)
      guard let equals = line.firstIndex(of: "="), line.first != "#", line.first != ";" else { return nil }
      let key = trimmed(line[..<equals])
      let name = key.first == "-" ? key.dropFirst() : key
      return (String(name).replacingSlashes, String(trimmed(line[line.index(after: equals)...])))
    }
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}

extension String {
  /// A parameter's name with dots, whichever way it is written.
  fileprivate var replacingSlashes: String {
    guard let first = first(where: { $0 == "." || $0 == "/" }), first == "/" else { return self }
    return String(map { $0 == "/" ? "." : $0 == "." ? "/" : $0 })
  }
}
