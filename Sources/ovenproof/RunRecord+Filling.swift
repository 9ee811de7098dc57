import RuleCatalog
import Baking
import Expectation
import Host
import Image
import Lint
import Report
import Source
import Verification

extension RunRecord {
  /// An empty record of this program, started now.
  static func started() -> RunRecord {
    RunRecord(
      tool: Tool(version: Release.version), subject: Subject(),
      run: Run(started: HostEnvironment.now(), host: HostEnvironment.hostName()))
  }

  /// Takes in what a run of lint found.
  mutating func add(_ result: LintResult) {
    findings += Finding.all(result.findings, in: result.sources)
    suppressed += Finding.all(result.suppressed, in: result.sources)
    fileCount += result.fileCount
    if let failOn = result.failOn { threshold = failOn }
    subject.templates += result.templates.map { id in
      .init(name: id.path, digest: result.sources[id].map { "\(Digest(of: $0.bytes))" })
    }
  }

  /// Counts what fixes have mended, and what they could mend of the findings that are left.
  mutating func add(mendingOf result: LintResult, fixed: Int = 0) {
    let safe = result.findings.count { $0.fix(at: .safe) != nil }
    let all = result.findings.count { $0.fix(at: .unsafe) != nil }
    mending = Mending(fixed: fixed, fixable: safe, unsafelyFixable: all - safe)
  }

  /// Takes in what became of a spec's assertions on an image; `name` is what people call it, where it has a better one.
  mutating func add(_ result: VerificationResult, named name: String? = nil, from specs: SpecSet) {
    let image = name ?? result.image
    subject.images.append(.init(name: image, digest: result.digest?.description))
    for spec in result.specs {
      let entry = Subject.Spec(
        file: spec.file.path, dialect: spec.dialect.rawValue, digest: spec.digest.description)
      if !subject.specs.contains(entry) { subject.specs.append(entry) }
    }
    assertions += result.outcomes.map { Assertion($0, in: specs.sources, image: image) }
  }

  /// Takes in what became of builds.
  mutating func add(_ results: [BuildResult], of template: FileID, in sources: SourceSet) {
    for result in results {
      findings += Finding.all(result.findings.sorted(), in: sources)
      suppressed += Finding.all(result.suppressed.sorted(), in: sources)
      let build = BuildRecord(result, in: sources, template: template.path)
      run.durations.merge(build.durations(of: result)) { $0 + $1 }
      builds.append(build)
      if let base = build.base, !subject.bases.contains(base) { subject.bases.append(base) }
    }
  }
}
