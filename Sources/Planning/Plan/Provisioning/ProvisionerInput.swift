import Packer
import Project
import Source

/// What the plan of one provisioner is made from.
struct ProvisionerInput {
  let project: Project
  let build: Build
  let component: ConfiguredComponent
  /// The step's id, unique in its build.
  let stepID: String

  var options: Options { component.options }

  /// A text option; one that cannot be rendered here stands as a hole of its name; nil where nothing is written.
  func text(_ name: String) -> RunText? {
    switch options.text(name) {
    case .absent: nil
    case .value(let text): text.value.isEmpty ? nil : text.value
    case .unknown: RunText([.hole(.function(name))])
    }
  }

  /// A text option or its default.
  func text(_ name: String, default fallback: RunText) -> RunText { text(name) ?? fallback }

  /// The texts of a list option.
  func texts(_ name: String) -> [RunText] { options.texts(name).map(\.value) }

  /// A boolean option, false where nothing is written.
  func flag(_ name: String) -> Bool { options.flag(name) ?? false }

  /// The numbers of a list option.
  func codes(_ name: String, default fallback: [Int32]) -> [Int32] {
    let codes = texts(name).compactMap { $0.complete.flatMap { Int32($0) } }
    return codes.isEmpty ? fallback : codes
  }

  /// A duration option in seconds; 0 where nothing readable is written.
  func seconds(_ name: String) -> Double? {
    guard let value = options[name] else { return nil }
    if case .number(let nanoseconds) = value.content { return Double(nanoseconds).map { $0 / 1e9 } }
    return value.text.value?.value.complete.flatMap { GoDuration($0)?.seconds }
  }

  /// A number below 9999 that belongs to this step, in place of Packer's random one.
  func number(_ purpose: String) -> Int {
    Int(Fingerprint("\(build.name)/\(stepID)/\(purpose)").value % 9999)
  }

  /// A name of the form of a uuid that belongs to this step.
  var uuid: String { Fingerprint("\(build.name)/\(stepID)").uuid }

  /// A path of the host, absolute.
  func absolute(_ path: RunText) -> RunText {
    if case .literal(let text)? = path.parts.first, text.hasPrefix("/") { return path }
    let folder = project.workingDirectory
    return folder.hasSuffix("/") ? "\(folder)\(path)" : "\(folder)/\(path)"
  }
}

/// A small stable hash (FNV-1a) of a text, for names that must not change from run to run.
struct Fingerprint {
  let value: UInt64
  private let text: String

  init(_ text: String) {
    self.text = text
    value = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Two hashes in the form of a uuid.
  var uuid: String {
    let digits = Self.hex(value) + Self.hex(Fingerprint(text + "+").value)
    let cuts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)]
    return cuts.map { String(digits.dropFirst($0).prefix($1 - $0)) }.joined(separator: "-")
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
