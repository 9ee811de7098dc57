/// The name of a unit: `cron.service`, the template `getty@.service`, its instance `getty@tty1.service`.
struct SystemdUnitName: Equatable {
  private static let suffixes = [
    "service", "socket", "target", "timer", "mount", "automount", "path", "slice", "scope", "swap", "device",
  ]

  let text: String

  init(_ text: String) { self.text = text }

  /// A name as people write it: one without a suffix is a service.
  init(mangling name: String) {
    let hasSuffix = Self.suffixes.contains { name.hasSuffix("." + $0) }
    self.init(hasSuffix ? name : name + ".service")
  }

  static func == (one: SystemdUnitName, other: SystemdUnitName) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  var isTemplate: Bool { instance == "" }
  var isInstance: Bool { instance.map { !$0.isEmpty } ?? false }

  /// `a@.service` of `a@b.service`; nil for what is no instance.
  var template: SystemdUnitName? { isInstance ? replacing("") : nil }

  /// The names that its file may have, the best first.
  var sources: [SystemdUnitName] { [self] + (template.map { [$0] } ?? []) }

  /// A template as the instance that another name is.
  func instantiated(as other: SystemdUnitName) -> SystemdUnitName {
    isTemplate && other.isInstance ? replacing(other.instance ?? "") : self
  }

  /// Whether a link of another name may lead to it: types and kinds of names are not mixed.
  func fits(_ other: SystemdUnitName) -> Bool {
    suffix == other.suffix && (isTemplate, isInstance) == (other.isTemplate, other.isInstance)
  }

  /// The name of a script of SysV's, which are services.
  var scriptName: String? { suffix == "service" ? String(text.dropLast(".service".count)) : nil }

  private var suffix: Substring { text.split(separator: ".").last ?? "" }

  /// What stands between the sign and the suffix: empty for a template.
  private var instance: Substring? {
    guard let at = text.firstIndex(of: "@"), let dot = text.lastIndex(of: "."), at < dot else { return nil }
    return text[text.index(after: at)..<dot]
  }

  private func replacing(_ instance: some StringProtocol) -> SystemdUnitName {
    guard let at = text.firstIndex(of: "@"), let dot = text.lastIndex(of: ".") else { return self }
    return SystemdUnitName(String(text[...at]) + String(instance) + String(text[dot...]))
  }
}
