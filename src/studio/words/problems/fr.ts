/** The problems of the linter in French, with what to do, by their codes. No native speaker has reviewed them. */
import type { ProblemTable } from '../words.js';

export const problems: ProblemTable = {
  required: 'Ce champ est vide, et les lecteurs ne voient pas cette partie. Remplissez-le.',
  'wrong-type': 'Cette valeur n’est pas du bon type. Écrivez-la de nouveau.',
  'unknown-value': 'Le format ne connaît pas cette valeur. Choisissez une valeur de la liste.',
  'bad-date': 'Ce n’est pas une date. Écrivez-la comme 25 juillet 2025, ou avril 2025.',
  'bad-time': 'Ce n’est ni un jour ni une heure. Écrivez 2026-12-05, ou avec l’heure 2026-12-05T18:00.',
  'bad-moment': 'Ce n’est pas un moment. Écrivez le jour, l’heure et le fuseau comme 2026-12-05T18:00:00Z.',
  'bad-url': 'Ce n’est pas une adresse web que les pages peuvent utiliser. Commencez par https://, sans espace.',
  'bad-phone': 'Ce n’est pas un seul numéro de téléphone. Écrivez un numéro, avec + et le pays.',
  'bad-email': 'Ce n’est pas une adresse e-mail. Écrivez-la comme presse@example.org.',
  'bad-value': 'Cette valeur n’est pas permise ici. Corrigez-la, ou supprimez le champ.',
  'too-many': 'La liste est trop longue, et les pages omettent les dernières entrées. Gardez les plus importantes.',
  'duplicate-id': 'Un autre cas a le même identifiant, et les pages ne montrent pas celui-ci. Écrivez un autre identifiant.',
  'id-twice': 'Deux entrées de la liste ont le même identifiant. Changez l’un des deux.',
  'key-twice': 'Un membre est écrit deux fois, et seul le dernier compte. Supprimez l’un des deux.',
  'unknown-member': 'Le format ne connaît pas ce champ, et personne ne voit sa valeur. Supprimez-le.',
  'guidance-left': 'Ce commentaire est pour les auteurs, et chaque lecteur le télécharge. Supprimez-le.',
  'no-title': 'Le cas n’a pas de titre. Écrivez-en un.',
  'no-summary': 'Le cas n’a pas de résumé, et la plupart des lecteurs ne lisent que lui. Écrivez-le.',
  'no-language': 'La langue manque, et les lecteurs d’écran prononcent mal le texte. Choisissez la langue.',
  'unknown-language': 'Ce n’est pas une langue connue. Choisissez une langue de la liste.',
  'no-sources': 'Le cas n’a pas de sources, et les lecteurs ne peuvent pas le vérifier. Ajoutez une source.',
  'no-contact': 'Il n’y a pas de contact, et les journalistes ne peuvent pas poser de questions. Ajoutez un contact.',
  'contact-without-channel': 'Ce contact n’a ni téléphone ni adresse. Ajoutez l’un des deux.',
  'contact-not-shown': 'Aucune fiche ne montre ce contact. Nommez-le dans une façon d’aider, ou supprimez-le.',
  'no-way-to-correct': 'Les lecteurs ne savent pas où signaler une erreur. Ajoutez la page pour les erreurs.',
  'action-leads-nowhere': 'Cette façon d’aider ne mène nulle part. Ajoutez un contact ou une adresse.',
  'words-not-shown': 'Les lecteurs ne voient pas ces mots. Déplacez-les dans un champ visible, ou supprimez-les.',
  'html-not-shown': 'Les fiches suppriment une partie de ce texte. Écrivez-la d’une autre façon.',
  'unknown-reference': 'Ce lien mène à une entrée qui n’existe pas. Choisissez-en une autre, ou supprimez-le.',
  'unknown-time-zone': 'Ce n’est pas un fuseau horaire. Écrivez-le comme Asia/Almaty.',
  'address-without-scheme': 'L’adresse n’a pas de https:// au début, et mène ailleurs. Ajoutez-le.',
  'insecure-address': 'L’adresse commence par http : d’autres peuvent voir qui lit la page, et la changer. Utilisez https.',
  'local-address': 'Les lecteurs ne peuvent pas atteindre cette adresse : elle est de votre réseau. Écrivez l’adresse publique.',
  'email-in-text': 'Le texte contient une adresse e-mail qui n’est celle d’aucun contact. Vérifiez qu’elle peut être publique.',
  'telephone-in-text': 'Le texte contient un numéro de téléphone qui n’est celui d’aucun contact. Vérifiez qu’il peut être public.',
  'personal-email': 'C’est peut-être une adresse e-mail privée. Utilisez celle de votre bureau.',
  'personal-telephone': 'C’est peut-être un numéro privé. Utilisez celui de votre bureau.',
  'telephone-not-international': 'Ce numéro ne fonctionne que dans son pays. Écrivez + et le pays.',
  'telephone-country': 'Aucun pays n’a cet indicatif. Vérifiez le numéro.',
  'telephone-length': 'Le numéro n’a pas le bon nombre de chiffres. Vérifiez-le.',
  'telephone-unlikely': 'Aucun numéro de ce pays n’a cette forme. Vérifiez-le.',
  'names-affected': 'Une personne touchée est nommée pour toujours sur chaque page. Gardez le nom seulement si elle est d’accord.',
  'child-named': 'Cette personne semble être un enfant, et son nom reste pour toujours. Supprimez le nom et le portrait.',
  'home-address': 'Le texte semble contenir l’adresse d’un domicile. Supprimez la rue et le numéro.',
  'withheld-name': 'Le nom est caché, mais tout le monde peut le lire dans le fichier. Supprimez-le.',
  'withheld-picture': 'Le nom est caché, mais le portrait est dans le fichier. Supprimez-le.',
  'withheld-address': 'Cette personne n’est pas nommée, mais l’adresse montre qui elle est. Supprimez le contact.',
  'picture-without-alt': 'L’image n’a pas de description pour les lecteurs aveugles. Écrivez-la.',
  'picture-without-credit': 'L’image n’a pas de crédit. Nommez son auteur.',
  'picture-from-elsewhere': 'L’image vient d’un autre hébergeur, qui voit qui lit le cas. Mettez-la sur votre site.',
  'quote-without-source': 'Cette citation n’a pas de source. Ajoutez-la.',
  'quote-marks-twice': 'La fiche ajoute les guillemets elle-même. Supprimez ceux du texte.',
  expired:
    'Cette date est passée, et chaque page avertit que le cas n’est peut-être plus à jour. Vérifiez les faits, puis écrivez une date ultérieure.',
  'made-in-future': 'La date de cette publication est dans le futur. Vérifiez l’horloge de votre ordinateur.',
  'status-in-future': 'La date de l’état est dans le futur. Écrivez le dernier jour où vous le saviez.',
  'undated-status': 'L’état n’a pas de jour précis. Écrivez le jour, ou le mois.',
  'status-behind-timeline': 'La chronologie a une étape plus récente que l’état. Vérifiez l’état et sa date.',
  'next-left-over': 'La procédure est finie, et il reste une prochaine étape. Supprimez-la, ou écrivez ce qui vient.',
  'scheduled-in-past': 'La date de la prochaine étape est passée. Écrivez ce qui est arrivé.',
  'postponed-to-past':
    'L’étape est reportée, et sa date semble être l’ancienne. Écrivez-la dans « Date précédente », et dans « Date » la nouvelle ou rien.',
  'end-before-start': 'La fin est avant le début. Vérifiez les deux dates.',
  'custody-over': 'La détention est finie, et l’état dit qu’elle continue. Corrigez l’un des deux.',
  'release-undated': 'La personne est libre, mais le jour n’est pas indiqué. Écrivez-le.',
  'outcome-undecided': 'Il y a un résultat, mais l’état dit que la procédure continue. Corrigez l’un des deux.',
  'compliance-without-outcome': 'La fiche dit si la décision est exécutée, mais pas quelle est la décision. Choisissez le résultat.',
  'death-resolved': 'Une personne est morte, et la fiche dit que tout est fini. Choisissez un autre état.',
  'count-too-low': 'Le nombre est plus petit que la liste. Corrigez-le, ou supprimez-le.',
  'change-revision-mismatch': 'Le genre de changement ne correspond pas à la révision. Choisissez un autre genre.',
  'correction-untold': 'C’est une correction, et aucun texte ne dit quelle était l’erreur. Écrivez-le.',
  'retraction-keeps-text': 'Le cas est retiré, et son texte est encore dans le fichier. Supprimez le texte.',
  'retraction-without-change':
    'Le cas a un retrait, mais les pages le montrent comme valable. Choisissez le retrait comme genre de changement.',
  'sequence-huge': 'Le numéro de publication est très grand, et les clients refuseront un plus petit. Vérifiez-le.',
  'translation-unmarked': 'Cette traduction n’est pas marquée comme traduction. Ajoutez le lien vers l’original et son genre.',
  'translation-outdated': 'L’original a changé après cette traduction. Vérifiez-la.',
  'translation-left': 'L’original est retiré, et le lien vers lui manque. Remettez le lien.',
  'translation-of-withdrawn': 'C’est la traduction d’un cas retiré, et son texte est encore dans le fichier. Supprimez le texte.',
  'withdrawal-dropped': 'Un cas retiré manque dans le fichier, et d’anciennes copies ne montrent pas le retrait. Remettez-le.',
  'withdrawal-not-raised':
    'Le retrait n’a pas une révision plus élevée, et des pages ouvertes montrent encore le cas. Augmentez la révision.',
  draft: 'C’est un brouillon : aucune page ne le montre.',
  'draft-published': 'C’est un brouillon, mais tout le monde peut le lire. Supprimez-le du fichier publié.',
  'published-in-future': 'Le cas paraît à la date que vous avez choisie, et pas avant.',
};

/** Faults of the host, by the code of the problem. */
export const hostProblems: ProblemTable = {
  'insecure-feed':
    'L’adresse commence par http. La plupart des pages de partenaires commencent par https et ne peuvent pas la lire. Utilisez https.',
  'cors-feed':
    'L’hébergeur doit permettre aux autres pages de lire le flux. Envoyez ceci à votre administrateur : Access-Control-Allow-Origin: *',
  'feed-content-type':
    'L’hébergeur envoie le flux comme un autre type de fichier. Envoyez ceci à votre administrateur : Content-Type: application/feed+json',
  'feed-faults': 'Les lecteurs ne voient pas certaines parties du flux. Ouvrez-le ici, et corrigez les points à leurs champs.',
  'feed-unreadable': 'Les navigateurs des lecteurs ne peuvent pas lire ce flux. Envoyez de nouveau feed.json.',
  'headers-not-exposed':
    'L’hébergeur cache aux pages des partenaires quand le flux a changé. Envoyez ceci à votre administrateur : Access-Control-Expose-Headers: ETag, Retry-After, Date, Age',
  'no-cache-control':
    'L’hébergeur ne dit pas combien de temps les navigateurs peuvent garder le flux. Envoyez ceci à votre administrateur : Cache-Control: max-age=60',
  'no-store':
    'L’hébergeur interdit aux navigateurs de garder le flux : pendant une panne, les lecteurs n’ont pas de nouvelles. Envoyez ceci à votre administrateur : Cache-Control: max-age=60',
  'cached-too-long':
    'L’hébergeur laisse les navigateurs garder le flux longtemps : les lecteurs voient les nouvelles en retard. Envoyez ceci à votre administrateur : Cache-Control: max-age=60',
  'no-etag':
    'L’hébergeur ne dit pas si le flux a changé, et les navigateurs le chargent chaque fois. Demandez à votre administrateur d’activer ETag.',
  'file-differs': 'Ce fichier manque ou est ancien. Envoyez tout de nouveau, et feed.json en dernier.',
  'cors-script':
    'L’hébergeur doit permettre aux autres pages de charger ce script. Envoyez ceci à votre administrateur : Access-Control-Allow-Origin: *',
  'script-content-type':
    'L’hébergeur envoie ce script comme un autre type de fichier, et les navigateurs ne l’exécutent pas. Envoyez ceci à votre administrateur : Content-Type: text/javascript',
};
