package org.strop.launch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The floor plan and the package rules of the design, checked on the compiled classes. */
class FloorPlanTest {
  private static final ArchRule ARROWS_POINT_TOWARD_PLAIN_DATA =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("configs")
          .definedBy("org.strop.configs..")
          .layer("trajectory")
          .definedBy("org.strop.bridge.trajectory..")
          .layer("ros")
          .definedBy("org.strop.bridge.ros..")
          .layer("control")
          .definedBy("org.strop.bridge.control..")
          .layer("sim")
          .definedBy("org.strop.sim..")
          .layer("policy")
          .definedBy("org.strop.policy..")
          .layer("reward")
          .definedBy("org.strop.reward..")
          .layer("preference-ui")
          .definedBy("org.strop.ui..")
          .layer("launch")
          .definedBy("org.strop.launch..")
          .whereLayer("configs")
          .mayNotAccessAnyLayer()
          .whereLayer("trajectory")
          .mayOnlyAccessLayers("configs")
          .whereLayer("ros")
          .mayOnlyAccessLayers("trajectory", "configs")
          .whereLayer("control")
          .mayOnlyAccessLayers("ros", "trajectory", "configs")
          .whereLayer("sim")
          .mayOnlyAccessLayers("control", "ros", "trajectory", "configs")
          .whereLayer("policy")
          .mayOnlyAccessLayers("trajectory", "configs")
          .whereLayer("reward")
          .mayOnlyAccessLayers("policy", "trajectory", "configs")
          .whereLayer("preference-ui")
          .mayOnlyAccessLayers("trajectory", "configs")
          .whereLayer("launch")
          .mayNotBeAccessedByAnyLayer();

  private static final ArchRule NO_CIRCLES =
      slices().matching("org.strop.(**)").should().beFreeOfCycles();

  private static final ArchRule REWARD_USES_ONLY_THE_TOOLKIT_AND_THE_PORTS_OF_POLICY =
      noClasses()
          .that()
          .resideInAPackage("org.strop.reward..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.strop.policy..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              "org.strop.policy.nn..",
                              "org.strop.policy.port..",
                              "org.strop.policy.checkpoint.."))));

  private static final ArchRule ONLY_THE_CODEC_SEES_GENERATED_MESSAGES =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.strop.bridge.trajectory.codec..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.strop.bridge.trajectory.codec.v1..");

  private static final ArchRule TENSORS_STAY_IN_POLICY_AND_REWARD =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.strop.policy..", "org.strop.reward..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  private static final ArchRule NOBODY_PRINTS_SLEEPS_OR_GUESSES =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.strop.launch.cli.Strop")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructor(java.util.Random.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..");

  private static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveSimpleNameContaining("Util")
          .orShould()
          .haveSimpleNameContaining("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  /** Plain dynamic tests: Surefire does not count the rules that ArchUnit's own engine runs. */
  @TestFactory
  Stream<DynamicTest> rulesHold() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.strop");
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("arrows point toward plain data", ARROWS_POINT_TOWARD_PLAIN_DATA);
    rules.put("no circles", NO_CIRCLES);
    rules.put(
        "reward uses only the toolkit and the ports of policy",
        REWARD_USES_ONLY_THE_TOOLKIT_AND_THE_PORTS_OF_POLICY);
    rules.put("only the codec sees generated messages", ONLY_THE_CODEC_SEES_GENERATED_MESSAGES);
    rules.put("tensors stay in policy and reward", TENSORS_STAY_IN_POLICY_AND_REWARD);
    rules.put("nobody prints sleeps or guesses", NOBODY_PRINTS_SLEEPS_OR_GUESSES);
    rules.put("names say what a class is", NAMES_SAY_WHAT_A_CLASS_IS);
    return rules.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }
}
