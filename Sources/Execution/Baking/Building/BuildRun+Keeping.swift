import Engine
import Image
import Plan

extension BuildRun {
  /// Keeps the container's state under a name by which it can be entered, where that was asked for.
  func keepState(of container: any RunningContainer) async {
    guard kitchen.options.keepsState else { return }
    do {
      try await keep(try await container.commit(ImageCommit(message: "kept by `--keep`")))
    } catch { await note("the container's state could not be kept: \(StepFailure.wrapping(error).message)") }
  }

  /// Keeps an image that was taken from an earlier build in the same way.
  func keepState(as image: EngineImage) async {
    guard kitchen.options.keepsState else { return }
    do { try await keep(image) } catch {
      await note("the image could not be kept: \(StepFailure.wrapping(error).message)")
    }
  }

  private func keep(_ image: EngineImage) async throws(EngineError) {
    let name = "localhost/kept/\(Self.word(kitchen.options.templateName)):\(Self.ownWord(plan.name))"
    try await kitchen.engine.tag(image, as: name)
    await note("the state is kept: `ovenproof shell \(name)` enters it")
  }

  /// A build's name as a part of an image's name; where it had to be changed, with a digest that tells it from others.
  private static func ownWord(_ text: String) -> String {
    let word = word(text)
    return word == text ? word : "\(word)-\(KeptBuild.digest(of: text).prefix(8))"
  }

  /// A text as a part of an image's name.
  private static func word(_ text: String) -> String {
    let bytes = text.lowercased().utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) ? byte : UInt8(ascii: "-")
    }
    let words = Array(bytes.split(separator: UInt8(ascii: "-")).joined(separator: [UInt8(ascii: "-")]))
    return words.isEmpty ? "unnamed" : String(decoding: words.prefix(100), as: UTF8.self)
  }
}
