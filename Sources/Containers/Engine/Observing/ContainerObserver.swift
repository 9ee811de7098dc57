import DataSyntax
import Glibc
import Host
import Image
import Observation
import Source

/// Looks at a container by children of this program that enter its namespaces.
struct ContainerObserver: Sendable {
  /// What a page or a list of processes may come to.
  private static let limit = 64 << 20
  /// Seconds beside those that a question takes by itself.
  private static let patience = 20.0

  let child: ChildProcess
  let container: ProcessIdentity

  func facts(_ wanted: FactsRequest) async throws(EngineError) -> ContainerFacts {
    let bytes = try await answer(.facts, to: wanted.message, within: Self.patience)
    guard let facts = ContainerFacts(message: bytes) else { throw .strangeAnswer }
    return facts
  }

  func answer(to question: NetworkQuestion) async throws(EngineError) -> NetworkAnswer {
    let question = question.naming(filesFrom: try Self.currentDisk())
    let bytes = try await answer(
      .network, to: question.message, within: max(0, question.timeout) + Self.patience)
    guard let answer = NetworkAnswer(message: bytes) else { throw .strangeAnswer }
    return answer
  }

  /// The files of the container, its mounts included; nil where its users have other numbers here.
  func files() throws(EngineError) -> (any ImageView)? {
    let folder = "/proc/\(container.number)"
    let map = (try? Disk(workingDirectory: "/").read("\(folder)/uid_map", limit: 1 << 16)) ?? []
    let numbers = String(decoding: map, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard geteuid() == 0, numbers == ["0", "0", "4294967295"] else { return nil }
    let view: Result<FolderImageView, ImageError>
    do throws(ImageError) {
      view = .success(try FolderImageView("\(folder)/root", reference: "the container's files"))
    } catch {
      view = .failure(error)
    }
    // The number may have been given to another process meanwhile.
    guard container.isRunning else { throw .containerEnded }
    do throws(ImageError) { return try view.get() } catch { throw .image(error) }
  }

  private static func currentDisk() throws(EngineError) -> Disk {
    do throws(HostError) { return try Disk.current() } catch { throw .host(error) }
  }

  func signal(_ number: Int32) async throws(EngineError) {
    let message = Message(.members([("signal", .integer(Int(number)))]))
    _ = try await answer(.signal, to: message, within: Self.patience)
  }

  private func answer(
    _ work: ObserveRequest.Work, to message: Message, within seconds: Double
  ) async throws(EngineError) -> [UInt8] {
    let request = ObserveRequest(container: container, work: work)
    let output = CollectedBytes(limit: Self.limit)
    let termination = try await child.run(
      ObserveRequest.verb, request.options, report: nil, input: .bytes(message.bytes), deadline: seconds
    ) { chunk in
      if case .output(let bytes) = chunk { await output.append(bytes) }
    }
    let bytes = await output.bytes
    if let error = Self.error(in: bytes) { throw error }
    guard termination.succeeded else {
      throw EngineError(.failed, "a child of the engine ended with code \(termination.shellCode)")
    }
    return bytes
  }

  private static func error(in bytes: [UInt8]) -> EngineError? {
    guard bytes.starts(with: Array("{\"error\":".utf8)), let words = Message.texts(of: "error", in: bytes),
      words.count == 2, let kind = EngineError.Kind(rawValue: words[0])
    else { return nil }
    return EngineError(kind, words[1])
  }
}

extension NetworkQuestion {
  /// The question with absolute paths: children of the engine work in `/`.
  fileprivate func naming(filesFrom disk: Disk) -> NetworkQuestion {
    guard case .page(var request) = self else { return self }
    request.authorities = request.authorities.map { disk.absolute($0) }
    request.certificate = request.certificate.map { disk.absolute($0) }
    request.key = request.key.map { disk.absolute($0) }
    return .page(request)
  }

  /// In seconds.
  var timeout: Double {
    switch self {
    case .page(let request): request.timeout
    case .name(let question): question.timeout
    case .address(let question): question.timeout
    }
  }
}

extension EngineError {
  fileprivate static let strangeAnswer = EngineError(.failed, "a child of the engine gave no proper answer")
}
