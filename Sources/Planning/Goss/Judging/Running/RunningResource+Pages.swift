import GoTemplate
import Observation

/// Why there is no page, as goss tells of it.
extension RunningResource {
  func pageFailure(_ failure: NetworkFailure) -> String {
    let page = failure.page ?? resource.subject
    switch failure.stage {
    case .file: return Self.fileFault(failure, as: written(failure.target))
    case .redirects: return call(failure.target) + failure.reason
    case .location:
      return fault(of: failure.target, on: page) ?? call(page) + failure.reason
    case .connection, .name, .server, .time, .answer: return call(page) + Self.words(for: failure)
    }
  }

  /// What is wrong with where an answer points to, though it is not to be followed.
  func locationFault(_ answer: PageAnswer) -> String? {
    guard let location = answer.location, let page = PageAddress(resource.subject) else { return nil }
    do throws(PageAddress.Fault) {
      _ = try page.following(location)
      return nil
    } catch {
      return error.isOfText ? fault(of: location, on: resource.subject) : nil
    }
  }

  private func fault(of location: String, on page: String) -> String? {
    guard let address = PageAddress(page) else { return nil }
    do throws(PageAddress.Fault) {
      _ = try address.following(location)
      return nil
    } catch {
      let words = GossQuestions.words(for: error, of: location)
      guard error.isOfText else { return call(location) + words }
      return "\(call(page))failed to parse Location header \(GoQuotedText.quoted(location)): \(words)"
    }
  }

  private func call(_ page: String) -> String {
    "\(GossQuestions.verb(of: resource.text("method") ?? "GET")) \(GoQuotedText.quoted(page)): "
  }

  /// A file as the spec names it.
  private func written(_ file: String) -> String {
    ["ca-file", "cert-file", "key-file"].compactMap { resource.text($0) }
      .first { !$0.isEmpty && file.hasSuffix("/" + $0) } ?? file
  }

  private static func fileFault(_ failure: NetworkFailure, as file: String) -> String {
    switch PageFault(rawValue: failure.reason) {
    case .noAuthorities: "Failed parse root certificate: \(file)"
    case .noCertificate: "tls: failed to find any PEM data in certificate input"
    case .noKey: "tls: failed to find any PEM data in key input"
    case .noAnswer, .cutShort, nil: "open \(file): \(failure.reason)"
    }
  }

  private static func words(for failure: NetworkFailure) -> String {
    switch failure.stage {
    case .connection: "dial tcp \(failure.target): connect: \(failure.reason)"
    case .name, .server: "dial tcp: lookup \(failure.target): \(failure.reason)"
    case .time: "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
    case .answer where failure.reason == PageFault.noAnswer.rawValue: "EOF"
    case .answer where failure.reason == PageFault.cutShort.rawValue:
      "net/http: HTTP/1.x transport connection broken: unexpected EOF"
    case .answer: "net/http: HTTP/1.x transport connection broken: \(failure.reason)"
    case .file, .location, .redirects: failure.reason
    }
  }
}
