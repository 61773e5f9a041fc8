import { Link } from 'react-router';
import { Icon } from '../parts/icons';
import { Badge, Section } from '../parts/page';
import { useSession } from '../session';
import { home } from '../texts/home';

const { steps: texts } = home;

/** What leads to the first run. */
export function FirstSteps({ isInstalled, isConnected }: { isInstalled: boolean; isConnected: boolean }) {
  const { isOrganizationAdmin } = useSession();
  const steps = [
    { title: texts.install, text: isOrganizationAdmin ? texts.installText : texts.installMember, link: texts.installLink, path: '/tools', isDone: isInstalled },
    { title: texts.connect, text: texts.connectText, link: texts.connectLink, path: '/connections', isDone: isConnected },
    { title: texts.run, text: texts.runText, link: texts.runLink, path: '/playground', isDone: false },
  ];
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <Section title={texts.title}>
      <ol className="first-steps">
        {steps.map(({ title, text, link, path, isDone }, index) => (
          <li key={title} className={isDone ? 'done' : undefined}>
            <span className="step-mark" aria-hidden="true">
              {isDone ? <Icon name="check" /> : index + 1}
            </span>
            <div>
              <h3>
                {title} <Badge tone={isDone ? 'good' : 'plain'}>{isDone ? texts.done : texts.open}</Badge>
              </h3>
              <p className="quiet">{text}</p>
            </div>
            <Link className={`button ${index === next ? 'main' : 'plain'}`} to={path}>
              {link}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
