"""Portuguese, of Portugal and of Brazil."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        reembolso, reembolsos, reembolsar, reembolsado, reembolsem, estorno, estornos, estornar, estornado, estornem,
        estornaram, meu dinheiro, o meu dinheiro, dinheiro de volta, devolvam meu dinheiro, devolvam o meu dinheiro,
        devolução, devoluções, devolver, devolvido, devolvam, devolvi, trocar o produto, troca do produto, troca,
        trocas, trocar, ressarcimento, ressarcir, ressarcido, indenização, indemnização, compensação, vale compras,
        vale troca, crédito na loja, etiqueta de devolução, política de trocas, chargeback
    """,
    "delivery": """
        entrega, entregas, entregue, entregues, entregar, entregaram, entreguem, pedido, pedidos, meu pedido,
        número do pedido, encomenda, encomendas, encomendei, minha encomenda, pacote, pacotes, envio, enviado,
        enviaram, enviada, frete atrasado, correios, ctt, entregador, entregadora, motoboy, estafeta, transportadora,
        rastreio, rastreamento, código de rastreio, código de rastreamento, não chegou, não chega, nunca chegou,
        ainda não chegou, não recebi, ainda não recebi, não foi entregue, em trânsito, saiu para entrega, a caminho,
        pré venda, pré encomenda, retirar na loja, levantar na loja, extraviado, extraviada, extravio,
        prazo de entrega, compra não chegou
    """,
    "broken": """
        quebrado, quebrada, quebrados, quebrou, partido, partida ao meio, partiu se, não funciona, não funcionam,
        não funcionou, não está funcionando, não está a funcionar, não tá funcionando, parou de funcionar,
        deixou de funcionar, não liga, não liga mais, não carrega, não carrega mais, não abre, não abre mais,
        não conecta, não inicia, não pega, não presta, não roda, travando, trava, travou, travado, fica travando,
        congela, congelou, bugado, bugada, bugou, bug, bugs, crasha, crashou, fecha sozinho, fecha sozinha,
        desliga sozinho, desliga sozinha, reinicia sozinho, erro, erros, código de erro, mensagem de erro, dá erro,
        dando erro, dá erro ao, defeito, defeitos, defeituoso, com defeito, avariado, avariada, avaria, avariou,
        estragado, estragou, estragada, danificado, danificada, rachado, rachada, rasgado, rasgou, vazando, vazamento,
        tela preta, tela azul, ecrã preto, conserto, consertar, consertem, consertado, arrumem, arrumar, reparação,
        reparar, garantia, assistência técnica, substituição, substituir, peça de reposição, falha, falhas, falhou,
        pifou, lag, lagado, lagando, queda de conexão, cai toda hora, caindo toda hora, sempre a cair, descolou,
        desbotou, descarrega
    """,
    "access": """
        não consigo entrar, não consigo acessar, não consigo aceder, não consigo logar, fazer login, login, logar,
        entrar na minha conta, acessar minha conta, aceder à minha conta, aceder, acessar, acesso, senha, minha senha,
        palavra passe, password, esqueci a senha, redefinir, recuperar minha conta, minha conta, a minha conta,
        conta bloqueada, bloqueada, bloqueado, bloquearam, bloqueio, desbloquear, desbloqueio, suspensa, suspenso,
        suspenderam, banido, banida, baniram, código de verificação, código sms, código não chega, token do, ativar,
        ativação, ativado, activar, activação, meu cartão, o meu cartão, cartão bloqueado, cartão recusado, recusado,
        recusada, cartão clonado, usuário, utilizador, email de confirmação, e mail de confirmação, pin,
        reconhecimento facial
    """,
    "billing": """
        cobrança, cobranças, cobrado, cobrada, cobraram, cobrando, me cobraram, cobraram duas vezes,
        cobrado duas vezes, cobrança indevida, cobrança em duplicidade, em duplicidade, em duplicado, duplicado,
        debitado, debitaram, débito, débito direto, débito automático, fatura, faturas, factura, faturação, boleto,
        boletos, conta veio, minha conta veio, conta de luz, pagamento, pagamentos, paguei, pago, pagar, pix,
        transferência, mb way, mbway, multibanco, taxa, taxas, tarifa, tarifas, assinatura, assinaturas, subscrição,
        renovação, renovou, renovada, renovação automática, mensalidade, anuidade, parcela, parcelas, juros abusivos,
        comissão, comissões, caução, saldo, descontaram, descontado, pontos, meus pontos, milhas, extrato, recibo,
        nota fiscal, plano premium, recarga
    """,
    "cancel": """
        cancelar, cancelado, cancelada, cancelaram, cancelamento, cancelamentos, cancelem, cancelo, cancelei, anular,
        rescindir, rescisão, excluir minha conta, encerrar minha conta, encerrar a minha conta, apagar minha conta,
        apagar a minha conta, deletar minha conta, descadastrar, remarcar, remarcação, remarcado, reagendar,
        mudar minha reserva, alterar minha reserva, alterar o voo, cancelar assinatura, fidelização,
        desistir da compra
    """,
    "waiting": """
        estou esperando, tô esperando, esperando, continuo esperando, ainda esperando, estou à espera, à espera,
        continuo à espera, continuamos à espera, fico à espera, aguardando, aguardo, estou aguardando, no aguardo,
        esperei, sem resposta, sem retorno, nenhuma resposta, nenhum retorno, não respondem, não responde,
        não me respondem, ninguém responde, ninguém me responde, ninguém atende, não atendem, ninguém resolve,
        não resolvem, nada resolvido, nada foi resolvido, e nada, até agora nada, até hoje nada, nada ainda,
        ainda nada, sem solução, sem previsão, sem posicionamento, ignoram, me ignoram, ignorado, ignorada, ignorando,
        deixam no vácuo, me deixaram no vácuo, desligam na cara, desligaram na minha cara, desligam a chamada, fila,
        fila de espera, em espera, há dias, há semanas, há meses, há horas, há uma semana, há duas semanas,
        há 2 semanas, há 3 semanas, há um mês, há 2 meses, há mais de, faz dias, faz semanas, faz meses,
        faz uma semana, faz um mês, faz 2 semanas, faz 3 dias, tem dias, dias esperando, semanas esperando,
        meses esperando, horas no telefone, liguei, já liguei, ligar, liguei várias vezes, várias vezes, mil vezes,
        mandei email, mandei e mail, mandei mensagem, enviei email, já mandei, já enviei, protocolo,
        número de protocolo, terceira vez, segunda vez, pela terceira vez, jogam de um lado, me jogam de um lado,
        empurram, me enrolam, enrolando, enrolação, jogo do empurra, número do chamado, chamado aberto, ticket aberto,
        pra quando, até quando, cadê, cadê meu, cadê minha
    """,
    "help": """
        ajuda, ajudem, me ajuda, me ajudem, me ajudar, ajudar, preciso de ajuda, podem me ajudar, podem ajudar me,
        podem ajudar, alguém me ajuda, alguém pode me ajudar, alguém ajuda, socorro, sac, atendimento,
        atendimento ao cliente, apoio ao cliente, serviço de apoio, linha de apoio, suporte, suporte técnico,
        assistência, atendente, atendentes, chatbot, robô, só um robô, falar com um humano, falar com atendente,
        falar com alguém, central de atendimento, ouvidoria, provedor do cliente, livro de reclamações, reclamação,
        reclamações, reclamar, reclamei, mandei dm, mandei direct, chamei no direct, chamei na dm, chamei no inbox,
        enviei dm, enviei mensagem privada, mensagem privada, por dm, respondam a dm, olhem a dm, olha a dm,
        vejam a dm, resolvam, resolver, resolve isso, resolvam isso, solução, solucionar, funcionário, funcionária,
        funcionários, grosseiro, grosseira, mal educado, mal educada, mal atendido, mal atendida, loja física, balcão
    """,
    "how_to": """
        como faço, como eu faço, como faz, como se faz, como posso, como consigo, como é que, como eu consigo,
        como mudo, como altero, como ativo, como funciona, como usar, como fazer, onde posso, onde encontro,
        onde eu vejo, onde vejo, onde está o meu, onde está minha, onde está a minha, é possível, dá para, dá pra,
        tem como, tem algum jeito, há forma de, há alguma forma, posso usar, posso levar, posso trocar, o que faço,
        o que eu faço, o que devo fazer, o que preciso, preciso de algum, preciso fazer, tenho que, tenho de,
        é preciso, quanto tempo, quanto tempo demora, quanto tempo leva, demora quanto, qual o prazo, prazo, horário,
        horários, horário de funcionamento, que horas abre, a que horas, que horas fecha, estão abertos, abre domingo,
        abre aos domingos, funciona no feriado, configurar, configuração, configurações, definições, instruções,
        manual, passo a passo, qual app, quando chega, quando chega meu, quando chega o meu, até quando posso
    """,
    "booking": """
        voo, voos, embarque, portão, mala, malas, bagagem, bagagens, assento, assentos, lugar marcado, check in,
        conexão perdida, perdi a conexão, reserva, reservas, reservei, reservado, quarto, quartos, hotel, pousada,
        trem, trens, comboio, comboios, metrô, ônibus, autocarro, autocarros, elétrico, plataforma, estação, paragem,
        ponto de ônibus, passagem, passagens, bilhete, bilhetes, ingresso, ingressos, atraso, atrasos, atrasado,
        atrasada, escala, itinerário, passageiro, passageiros, tripulação, aeroporto, partida, elevador,
        ar condicionado, concessionária, oficina, consulta, agendamento, marcação, receita médica, farmácia, seguro,
        apólice, sinistro, plano de saúde, supressão, suprimido, greve da cp, linha
    """,
    "connection": """
        wifi, internet, sem internet, sinal, sem sinal, rede, sem rede, roteador, router, modem, dados móveis, 4g, 5g,
        roaming, chip, sim, esim, telefone fixo, fibra, velocidade, cobertura, medidor, contador, relógio de luz,
        servidor, servidores, app, aplicativo, aplicação, site, página, atualização, firmware, bluetooth, carregador,
        bateria, tela, ecrã, save, meu save, meu progresso, streaming
    """,
    "wrong_item": """
        produto errado, item errado, pedido errado, tamanho errado, cor errada, veio errado, veio errada,
        veio trocado, veio faltando, veio outro, veio outra, mandaram errado, mandaram outro, enviaram errado,
        enviaram o errado, não foi o que pedi, não é o que pedi, faltando, falta um, falta uma, faltou, faltava,
        faltam, incompleto, incompleta, vazio, caixa vazia, pela metade, vencido, vencida, vencidos, fora da validade,
        fora do prazo, prazo de validade, validade, mofo, mofado, mofada, bolor, podre, podres, estragada, azedo,
        azeda, rançoso, cabelo na, cabelo no, usado, sujo, suja, sujos, manchas, manchado, manchada,
        nada a ver com a foto, diferente da foto, diferente do anúncio, cheiro ruim
    """,
    # What endangers people or the brand
    "danger": """
        pegou fogo, pegando fogo, pega fogo, em chamas, chamas, incêndio, incendiou, fogo, fumaça, fumo a sair,
        deita fumo, soltando fumaça, saindo fumaça, cheiro de queimado, cheiro a queimado, cheiro de gás,
        cheiro a gás, vazamento de gás, fuga de gás, explodiu, explodir, explosão, explode, estourou, faíscas, faísca,
        choque elétrico, levei um choque, tomei um choque, tomou choque, apanhei um choque, eletrocutado, queimadura,
        queimaduras, queimou a mão, se queimou, queimei, ferido, ferida, feridos, ferimento, ferimentos, machucou,
        machucado, machucada, me machuquei, sangue, sangrando, a sangrar, ambulância, hospital, pronto socorro,
        urgências, uti, inconsciente, desmaiou, desmaiei, desmaiada, engasgou, engasgado, sufocando, sufocar,
        sem freio, freio falhou, freios falharam, freios, travões, travões falharam, ficou sem travões,
        acelerou sozinho, airbag, airbags, acidente, monóxido de carbono, fio desencapado, fios desencapados,
        superaqueceu, superaquecimento, sobreaqueceu, derreteu, derretido, bateria inchada, inchou, estufou,
        bateria estufada, perigoso, perigosa, perigo, risco de incêndio, risco, inseguro, alguém vai morrer,
        quase morri, quase morreu, quase morremos, podia ter morrido, poderia ter morrido, preso no elevador,
        presa no elevador, presos no elevador, trancado, trancada, presos no túnel, não consigo respirar, evacuaram,
        evacuado, evacuação, bombeiros, emergência, agredido, agredida, agrediu, agressão, assaltada no, me ameaçou,
        ameaça, ameaçaram, bomba, arma, faca, cancerígeno, amianto, descarrilou, insolação, convulsão, convulsões,
        overdose, dose errada, dosagem errada, remédio errado, medicamento errado
    """,
    "poison": """
        intoxicação, intoxicação alimentar, intoxicado, intoxicada, envenenado, envenenada, envenenamento, salmonela,
        salmonella, listeria, reação alérgica, reacção alérgica, alergia, alérgico, alérgica, alérgenos, alergénios,
        choque anafilático, anafilaxia, não declarado, não consta no rótulo, não está no rótulo, sem aviso no rótulo,
        contém amendoim, amendoim, amendoins, vidro no, vidro na, pedaço de vidro, cacos de vidro, caco de vidro,
        metal no, pedaço de metal, plástico no, plástico na, pedaço de plástico, vomitando, a vomitar, vomitou,
        vomitei, vômito, vómitos, diarreia, passei mal, passou mal, passaram mal, passando mal, fiquei doente,
        ficou doente, ficámos doentes, adoeceu, urticária, manchas na pele, contaminado, contaminada, contaminação,
        efeito colateral, efeitos colaterais, efeitos secundários, tóxico, tóxica, larva, larvas, bicho no, bicho na,
        bichos, verme, vermes, minhoca, rato, ratos, ratazana, barata, baratas, percevejos, inseto na, inseto no
    """,
    "self_harm": """
        me matar, vou me matar, quero me matar, matar me, quero morrer, vontade de morrer, não quero mais viver,
        não quero viver, não aguento mais viver, suicídio, suicidar, me suicidar, suicida, acabar com minha vida,
        acabar com a minha vida, acabar com tudo, tirar minha própria vida, tirar a minha vida, pôr fim à vida,
        me machucar de propósito, me cortar, automutilação, melhor sem mim, estariam melhor sem mim, não acordar mais,
        sem razão para viver, me jogar, atirar me, despedida de todos
    """,
    "death": """
        morreu, morreram, morrer, morto, morta, mortos, mortes, morte, faleceu, falecido, falecida, óbito, óbitos,
        matou, mataram, fatal, fatais, mortal, velório, enterro, funeral, vítimas
    """,
    "legal": """
        advogado, advogada, advogados, processo, processar, vou processar, processando, processo judicial, justiça,
        na justiça, vou à justiça, entrar na justiça, pequenas causas, juizado, tribunal, ação judicial,
        ação coletiva, medidas legais, medidas judiciais, danos morais, dano moral, lgpd, rgpd, proteção de dados,
        direitos autorais, direitos de autor, plágio, marca registrada, ilegal, ilegais, ilegalidade, contra a lei,
        fora da lei, quebra de contrato, propaganda ilegal, notificação extrajudicial, código de defesa do consumidor,
        cdc, difamação, direito do consumidor
    """,
    "authority": """
        polícia, psp, gnr, boletim de ocorrência, delegacia, esquadra, procon, anatel, aneel, anac, anvisa, ans,
        bacen, banco central, reclame aqui, reclameaqui, consumidor gov, deco, deco proteste, asae, anacom,
        portal da queixa, livro de reclamações online, ministério público, defesa do consumidor, vigilância sanitária,
        fiscalização, inspeção, autoridades, regulador, agência reguladora, investigação, investigar, investigado,
        investigada, multa, multados, denunciar, denúncia, denunciei, vou denunciar, queixa, apresentei queixa,
        queixa crime, cnpd, anpd, delegado
    """,
    "breach": """
        vazamento de dados, vazou, vazaram, vazados, dados vazados, dados vazaram, fuga de dados, violação de dados,
        roubo de dados, dados roubados, hackeado, hackeada, hackearam, fui hackeado, hacker, hackers,
        invadiram minha conta, invadida, invadiram, invasão, ataque hacker, ciberataque, meus dados, os meus dados,
        dados pessoais, dados de clientes, dados de outra pessoa, dados de outros, conta de outra pessoa,
        senhas vazadas, ransomware, phishing, falha de segurança, vulnerabilidade, dark web, roubo de identidade,
        clonaram, clonado, clonada, acesso não autorizado, compra que não fiz, compras que não fiz, não reconheço,
        transação fraudulenta, movimentos que não fiz, limparam minha conta, esvaziaram, roubaram, roubado, roubada
    """,
    "boycott": """
        boicote, boicotar, boicotem, boicotando, não comprem, ninguém compre, deletem o app, apaguem a app, divulguem,
        espalhem, compartilhem, partilhem, rt por favor, dar rt, viralizar, viralizou, viralizem, viral, trending,
        tá nos trends, todo mundo precisa saber, toda a gente devia saber, que todos saibam,
        que vergonha para a marca, protesto, protestos, manifestação, petição, abaixo assinado, indignação, revolta,
        greve, cancelamento da marca, exposed, shame on
    """,
    "hate": """
        racista, racistas, racismo, machista, machistas, machismo, sexista, sexismo, homofóbico, homofóbica,
        homofobia, transfobia, transfóbico, xenofobia, xenófobo, antissemita, islamofobia, gordofobia, gordofóbico,
        capacitismo, capacitista, misoginia, misógino, preconceito, preconceituoso, preconceituosa, discriminação,
        discriminado, discriminada, discriminaram, discriminar, assédio, assédio sexual, assediou, assediada,
        ofensivo, ofensiva, ofensa, mau gosto, de mau gosto, nazista, nazi, cadeirante, cadeira de rodas, insulto,
        insultou, xingou, injúria racial, humilhada, humilhado, apalpou
    """,
    "wrongdoing": """
        trabalho infantil, trabalho escravo, trabalho análogo à escravidão, exploração, exploram, explorados,
        poluição, poluindo, poluem, a poluir, despejando, despejam, descargas no rio, greenwashing, suborno, propina,
        corrupção, corruptos, encobrir, encobrindo, encobriram, abafar, abafaram, abafado, escondem, escondendo,
        esconderam, escândalo, mentiram, mentem, mentindo, vocês mentem, mentiu, fraude, fraudes, fraudulento,
        evasão fiscal, sonegação, crueldade animal, maus tratos a animais, maus tratos, testam em animais,
        testado em animais, testes em animais, salários atrasados, não pagam os funcionários, mal pagos, deepfake,
        documentos internos, áudio vazado, vídeo vazado, enganoso, enganosa, propaganda enganosa,
        publicidade enganosa, enganam, enganando, engana, enganação, apagam comentários, apagando comentários,
        apagaram meu comentário, apagaram o meu comentário, apagam os comentários, desmatamento, derramamento, provas,
        tenho provas, denúncia de ex funcionário, ex funcionário denuncia, reduflação
    """,
    "recall": """
        recall do, recall da, recall de, recolha do produto, recolher do mercado, retirar do mercado,
        retirado do mercado, retirem do mercado, recolhimento, lote, número do lote, não comam, não consumam,
        não usem, não comprem esse, não utilizem, cuidado com, cuidado gente, atenção, atenção pessoal, alerta,
        alerta a todos, aviso, aviso a todos, tomem cuidado, fiquem atentos
    """,
    "outage": """
        fora do ar, caiu, caiu geral, caíram, tá fora, tudo fora, sistema fora, sistema caiu, em baixo, está em baixo,
        app em baixo, instável, instabilidade, pane, apagão, queda de energia, falta de energia, faltou energia,
        sem energia, sem luz, falta de luz, acabou a luz, falha de luz, falta de água, sem água, sem aquecimento,
        sem gás, cidade toda, cidade inteira, toda a cidade, bairro todo, bairro inteiro, todo o bairro, rua toda,
        rua inteira, toda a rua, prédio inteiro, prédio todo, região toda, país inteiro, brasil inteiro,
        no brasil todo, todo o país, a nível nacional, nacional, todo mundo, para todos, pra todo mundo, toda a gente,
        ninguém consegue, só comigo, só eu, é só comigo, mais alguém, com mais alguém, alguém mais, mais gente,
        nada funciona, não funciona nada, maquininhas, todas as lojas, servidores fora, servidor caiu,
        servidores caíram, servidores em baixo
    """,
    "stranded": """
        presos no aeroporto, preso no aeroporto, presa no aeroporto, retidos, retido, retida, largados, largado,
        largada, abandonados, abandonado, abandonada, nos deixaram, me deixaram na mão, deixaram na mão, na mão,
        dormir no chão, dormindo no chão, a dormir no chão, dormindo no aeroporto, dormir no aeroporto, sem hotel,
        no meio do nada, no meio da estrada, de madrugada, perdi meu voo, perdi o voo, perdemos o voo, perder meu voo,
        perder o voo, vou perder, perdi a ligação, não consigo voltar para casa, não conseguimos voltar, na rua,
        na estrada, no frio, ao frio, à chuva, reboque, guincho, apeados, apeado, parados há
    """,
    "vulnerable": """
        bebê, bebês, recém nascido, criança, crianças, meu filho, minha filha, meus filhos, o meu filho,
        a minha filha, idoso, idosa, idosos, minha mãe, a minha mãe, meu pai, o meu pai, minha avó, a minha avó,
        meu avô, vovó, deficiente, deficiência, pcd, grávida, gestante, insulina, diabético, diabética, diálise,
        oxigênio, respirador, remédio, remédios, medicamento, medicamentos, medicação, bombinha, quimioterapia,
        câncer, cancro, asma, epilepsia, cirurgia, marcapasso, pacemaker, cego, cega, autista, meus pacientes,
        pacientes
    """,
    # What the brand does
    "announcement": """
        anúncio, anúncios, anunciado, anunciaram, anunciou, anunciam, anunciar, comunicado, comunicado de imprensa,
        press release, apresentação, apresentado, apresentaram, revelado, revelaram, teaser, trailer, artigo de vocês,
        vosso artigo, post de vocês sobre, acabei de ler, acabei de ver, li que, vi que, ouvi que, ouvi dizer que,
        é verdade que, verdade que, campanha, nova campanha, vossa campanha, comercial novo, novo comercial,
        propaganda nova, novo anúncio, evento de vocês, vosso evento, evento, ao vivo, live, webinar, newsletter,
        roadmap, notas de atualização, notícia, notícias, ótima notícia, boa notícia, grande notícia, relatório anual,
        resultados trimestrais
    """,
    "launch": """
        lançamento, lançamentos, lançar, lançaram, lançou, lançado, lançam, lançando, lancem, estreia, estreou,
        data de lançamento, data de estreia, sai quando, quando sai, quando lança, quando vai lançar, quando vai sair,
        quando chega no brasil, quando chega a portugal, chega ao brasil, chega a portugal, vem pro brasil,
        vem para portugal, já disponível, nova função, novas funções, nova funcionalidade, nova versão, novo modelo,
        nova coleção, nova linha, nova rota, novas rotas, nova atualização, nova temporada, novo logo, nova logo,
        novo design, novo visual, novo sabor, novos sabores, nova loja, inauguração, inaugura, inaugurar, vão abrir,
        vai abrir, abrir loja, abertura, beta, novo app, nova app, novo menu, novo cardápio, nova embalagem,
        nova receita, voltou, de volta, voltem com, tragam de volta, volta do, o regresso, novo álbum, continuação,
        temporada 2, dlc, expansão, novo plano, novos planos, novos termos, descontinuado, descontinuaram,
        saiu de linha, sair de linha
    """,
    "company": """
        fusão, aquisição, comprada por, comprou a, novo ceo, ceo, diretor executivo, demissões, demissão em massa,
        despedimentos, layoff, carbono neutro, neutralidade carbónica, emissões zero, sustentabilidade, sustentável,
        renovável, renováveis, energia limpa, parceria com a, parceria com o, patrocínio ao, patrocina, sede,
        acionistas, bolsa de valores, ações, doação, doações, doar, doaram, fundação, instituto, compromisso,
        aumento de preço, aumento de preços, aumento dos preços, subida de preços, reajuste, semana de quatro dias,
        investimento em
    """,
    "contest": """
        sorteio, sorteios, sortear, sorteado, sorteada, sorteando, concurso, concursos, passatempo, passatempos, rifa,
        promoção cultural, prêmio, prêmios, vencedor, vencedora, vencedores, ganhador, ganhadora, ganhadores, ganhei,
        quem ganhou, ganhar, ganha, quero ganhar, queria ganhar, participar, participando, a participar, participo,
        participação, participei, participante, participantes, regulamento, marquei, marcar, marco, marcando,
        marca 2 amigos, marcar amigos, marquei 3 amigos, curti e compartilhei, curti, compartilhei, partilhei,
        partilhado, gosto e partilha, sigo e, já sigo, seguindo, feito ✅, feito, participando 🍀, boa sorte,
        boa sorte a todos, boa sorte pra nós, sorte pra mim, tomara que eu ganhe, tomara, oxalá, dedos cruzados,
        dedinhos cruzados, torcendo, na torcida, me escolhe, escolhe eu, votar, voto, votei, votem, votação, jurado,
        júri, desafio, calendário do advento, data limite, até que dia vai, quiz, segundo lugar, primeiro lugar
    """,
    # What is said kindly
    "thanks": """
        obrigado, obrigada, obrigadão, obrigadinho, muito obrigado, muito obrigada, brigado, brigada pela, obg, vlw,
        valeu, valeu demais, grato, grata, gratidão, agradeço, agradecer, agradecimento, agradecimentos,
        parabéns ao atendimento, parabéns pelo atendimento, parabéns ao atendente, elogio, elogiar, elogios,
        quero elogiar, ótimo atendimento, excelente atendimento, atendimento excelente, atendimento impecável,
        atendimento nota 10, salvou meu dia, salvaram meu dia, salvou o meu dia, salvaram me, nota mil, deus abençoe,
        5 estrelas pelo
    """,
    "love": """
        amo, eu amo, amo vocês, amei, amamos, adoro, adorei, adoramos, apaixonado, apaixonada, apaixonei, amando,
        favorito, favorita, favoritos, preferido, preferida, preferidos, melhor, melhores, o melhor, a melhor,
        os melhores, as melhores, melhor do mundo, ótimo, ótima, ótimos, excelente, excelentes, incrível, incríveis,
        maravilhoso, maravilhosa, maravilhosos, maravilha, perfeito, perfeita, perfeitos, perfeição, fantástico,
        fantástica, sensacional, espetacular, espetáculo, espectacular, lindo, linda, lindos, lindas, lindíssimo,
        belo, bela, fofo, fofa, gato demais, gostoso demais, gostoso, gostosa, delicioso, deliciosa, delícia,
        uma delícia, saboroso, saborosa, top, topzera, top demais, show, show de bola, um show, demais, bom demais,
        boa demais, muito bom, muito boa, bem bom, fixe, muito fixe, brutal, altamente, bué bom, massa, bacana, daora,
        da hora, foda demais, foda, mara, arrasou, arrasaram, arrasam, lacrou, mandaram bem, mandou bem, nota 10,
        nota dez, 10/10, obra prima, recomendo, super recomendo, recomendadíssimo, feliz, muito feliz, contente,
        satisfeito, satisfeita, encantado, encantada, impressionado, impressionada, impressionante, superou,
        superou expectativas, vale a pena, vale cada centavo, vale cada cêntimo, viciado, viciada, viciei, simpático,
        simpática, simpáticos, atencioso, atenciosa, atenciosos, gentil, impecável, cinco estrelas, 5 estrelas,
        conforto, ansiosa pra usar, cool
    """,
    "greeting": """
        bom dia, boa tarde, boa noite, bom dia a todos, bom dia pessoal, boa semana, bom fim de semana, bom fds,
        bom findi, ótima semana, feliz natal, feliz ano novo, boas festas, feliz páscoa, feliz aniversário,
        parabéns pelo aniversário, feliz sexta, sextou, abraço, abraços, beijos, bjs, beijinhos, um abraço, até breve,
        até logo, boas férias, bom domingo, bom feriado
    """,
    "fan": """
        fã, fãs, muito fã, super fã, fã número um, fanart, cosplay, tatuagem, comunidade, meu gato, minha gata,
        meu cachorro, minha cachorra, meu cão, o meu cão, o meu gato, minha coleção, a minha coleção, coleção,
        desde criança, desde pequeno, desde pequena, desde miúdo, desde miúda, quando era criança, quando era pequeno,
        quando eu era, infância, minha infância, nostalgia, lembranças, que saudade, que saudades, saudade, saudades,
        bons tempos, cliente há, cliente fiel, cliente desde, há 20 anos, há 10 anos, maratonando, maratonei,
        maratona, no repeat, em loop, recorde, meu recorde, selfie, pôr do sol, vista, foto, fotos, look do dia,
        meu look, receita, cozinhei, fiz em casa, fiz essa, adm, o adm, admin, estagiário, social media,
        quem cuida dessa conta, gestor de redes, meme, memes, opinião impopular
    """,
    "congratulations": """
        parabéns, muitos parabéns, parabéns a todos, parabéns pelo, parabéns pela, felicidades, merecido,
        bem merecido, merecida, merecem, mereceram, orgulho, que orgulho, orgulhoso, orgulhosa, feliz por vocês,
        fico feliz, mal posso esperar, não vejo a hora, ansioso, ansiosa, ansiosos, ansiedade boa, empolgado,
        empolgada, animado, animada, mortinho por, mortinha por, finalmente, até que enfim, já era hora, venham mais,
        hype, hypado
    """,
    # Who wants to buy
    "price": """
        preço, preços, quanto custa, quanto custam, quanto é, quanto fica, quanto sai, qual o preço, qual o valor,
        qual valor, valor, valores, custo, custa, custam, caro, cara, caros, caríssimo, barato, barata, baratos,
        mais barato, desconto, descontos, cupom, cupons, cupão, código de desconto, código promocional, promoção,
        promoções, promo, oferta, ofertas, saldos, liquidação, black friday, orçamento, cotação, por mês, mensal,
        ao mês, teste grátis, período de teste, frete, frete grátis, portes, portes grátis, portes de envio,
        no atacado, atacado, por atacado, grosso, desconto estudante, plano família, plano estudante,
        plano empresarial, financiamento, financiar, parcelar, parcelado, parcelamento, sem juros, em prestações,
        prestações, crédito, empréstimo, crédito habitação, juros, taxa de juro, leasing, renting, entrada
    """,
    "buy": """
        comprar, compro, comprei, comprando, quero comprar, queria comprar, gostaria de comprar, onde comprar,
        onde compro, onde posso comprar, onde encontro para comprar, onde vende, onde vendem, onde acho, onde consigo,
        onde encontrar, onde encontro, quero um, quero uma, eu quero, quero muito, preciso de um, preciso desse,
        preciso disso, preciso ter, interessado em, interessada em, tenho interesse, tô interessado,
        estou interessado, estou interessada, interesse em, temos interesse, pensando em comprar, a pensar comprar,
        a pensar em comprar, pensando em, estou a pensar, encomendar, quero encomendar, fazer um pedido,
        loja mais próxima, loja física, lojas físicas, revendedor, revendedores, ser cliente, virar cliente,
        mudar para vocês, mudar para a vossa, trocar de operadora, contratar, quero contratar, assinar, quero assinar,
        aderir, abrir conta, abrir uma conta, test drive, demonstração, demo, uma demo, comercial que,
        equipe comercial, equipa comercial, vendedor que, cartão presente, cartão oferta, vale presente,
        presente para, prenda para, para minha empresa, para a minha empresa, para nossa empresa,
        para a nossa empresa, para o escritório, funcionários, colaboradores, licenças
    """,
    "availability": """
        em estoque, no estoque, tem estoque, estoque, em stock, stock, esgotado, esgotada, esgotados, esgotou,
        disponível, disponíveis, disponibilidade, reposição, repor, vão repor, vai repor, volta a ter, vai voltar,
        quando volta, quando voltam, vocês têm, vcs tem, têm, tem em, tem no tamanho, tem tamanho, tem na cor, vendem,
        vocês vendem, vcs vendem, entregam em, vocês entregam, entrega em, entregam no, enviam para, fazem envios,
        fazem entregas, em preto, em azul, em vermelho, em branco, em verde, na cor, no tamanho, tamanho, tamanhos,
        tabela de medidas, que tamanho, qual tamanho, qual modelo, qual a cor, cores, cor, qual a diferença,
        diferença entre, melhor que o, comparado com, compatível, compatível com, serve no, serve para, funciona com,
        é vegano, vegano, vegana, sem glúten, sem lactose, à prova d'água, à prova de água, impermeável, autonomia,
        medidas, dimensões, aceita pets, aceita cachorro, aceitam animais, café da manhã incluso,
        pequeno almoço incluído, vista mar, tem vaga, há vagas, ainda há, ainda tem
    """,
    # Press and partners
    "press": """
        jornalista, jornalistas, repórter, redator, redatora, redação, escrevo para, estou escrevendo,
        estou a escrever, escrevendo uma matéria, fazendo uma matéria, uma matéria sobre, matéria sobre, reportagem,
        reportagem sobre, artigo sobre, uma peça sobre, assessoria de imprensa, assessoria, assessor de imprensa,
        gabinete de imprensa, contato de imprensa, contacto de imprensa, imprensa, nota oficial,
        posicionamento oficial, declaração, declarações, pronunciamento, porta voz, entrevista, entrevistas,
        entrevistar, jornal, revista, rádio, televisão, tv, documentário, podcast, mídia, órgão de comunicação,
        publicamos amanhã, publicar, fechamento da edição, fecho de edição, correspondente, freelancer,
        verificação de fatos, checagem, credenciamento, kit de imprensa, usar o seu vídeo, usar seu vídeo,
        usar sua foto, direito de resposta, g1
    """,
    "partner": """
        parceria, parcerias, parceiro, parceira, parceiros, colaboração, colaborar, collab, colab, publi, publipost,
        patrocínio, patrocinar, patrocinador, patrocinadores, embaixador, embaixadora, embaixadores, influenciador,
        influenciadora, influenciadores, influencer, criador de conteúdo, criadora de conteúdo, criadores, ugc,
        mídia kit, media kit, meu público, meus seguidores, os meus seguidores, meu canal, o meu canal, meu blog,
        blogueira, blogger, minha comunidade, nosso festival, nosso evento, o nosso evento, nossa associação,
        a nossa associação, nosso congresso, ong, instituição, beneficente, solidário, angariação, arrecadação,
        sem fins lucrativos, palestrante, palestra, conferência, mesa redonda, orador, afiliado, afiliados,
        programa de afiliados, produto para resenha, recebidos, unboxing, resenha, inscritos, nossos leitores,
        trabalhar juntos, trabalhar com vocês, trabalhar convosco, fornecedor, fornecedores, distribuidor,
        ser revendedor, revender, universidade, faculdade, estudantes, tcc, tese, dissertação, pesquisa acadêmica,
        inquérito, indicado ao prêmio, nomeado, nomeados, convidar vocês, convidá los, convidar vos, convite,
        convidado
    """,
    "job": """
        vaga, vagas, emprego, empregos, trabalhe conosco, trabalhar na, trabalhar aí, trabalhar com vcs,
        trabalho aqui, currículo, curriculum, meu currículo, enviar currículo, cv, estágio, estágios, jovem aprendiz,
        processo seletivo, recrutamento, recrutador, recrutadora, candidatura, candidatei, candidatar,
        entrevista de emprego, contratando, estão contratando, estão a contratar, carreira, meu primeiro dia,
        o meu primeiro dia, novo emprego, colegas, ex funcionário, ex funcionária, ofertas de emprego
    """,
    # Nothing to do
    "money_spam": """
        cripto, criptomoeda, criptomoedas, bitcoin, airdrop, nft, forex, trade, day trade, sinais de trade,
        opções binárias, investir, investimento, investimentos, investi, invista, lucro, lucros, lucrando, lucrei,
        rendimento, ganhar dinheiro, ganhe dinheiro, ganhando dinheiro, ganho dinheiro, renda extra, renda passiva,
        rendimento extra, por dia, por semana, em casa, de casa, trabalhando em casa, trabalhe em casa,
        trabalhar em casa, sem sair de casa, liberdade financeira, ficar rico, enriquecer, cassino, casino, tigrinho,
        fortune tiger, bet, apostas, aposta, aposte, jogo do tigre, blaze, empréstimo rápido, empréstimo aprovado,
        empréstimo sem, crédito aprovado, crédito rápido, emagrecer, emagreça, perder peso, perca peso, emagreci,
        viagra, iphone grátis, você ganhou, você foi sorteado, você foi selecionado, foi selecionado, resgate seu,
        resgate agora, carteira cripto, wallet, saque, saquei, levantei, dobrar seu, dobrei, mentor, mentoria,
        graças ao trader, método
    """,
    "look_alike": """
        entre em contato, entre em contato com @anyone, contate @anyone, contacte @anyone, chame @anyone,
        chama @anyone, chame no, escreva para, envie mensagem para, fale com @anyone, prezado cliente,
        prezada cliente, caro cliente, cara cliente, estimado cliente, verifique sua conta, verifique a sua conta,
        verifique os seus dados, confirme seus dados, confirme os seus dados, sua conta será, a sua conta será,
        sua conta foi, a sua encomenda está retida, atualize seus dados, atualize os seus dados, taxa alfandegária,
        preencha o formulário, preencha, clique aqui, clique no link, clica no link, acesse o link, link abaixo,
        no link abaixo, whatsapp, no whatsapp, zap, chama no zap, whats, telegram, no telegram, me ajudou a recuperar,
        recuperei minha, recuperei meu dinheiro, recuperar sua conta, recuperação de, hacker ético, envie seu,
        envie seus dados, envie os seus dados, dados do cartão, número do cartão, suporte oficial, central oficial,
        atendimento rápido no, gentileza
    """,
    "follow_bait": """
        me segue, me sigam, me sigam no, segue me, sigam me, segue de volta, sigo de volta, sdv, segue que eu sigo,
        troco follow, follow, se inscreve no meu, se inscrevam no meu, inscrevam se, subscrevam o meu,
        visita meu perfil, visitem meu perfil, visitem o meu perfil, olha meu perfil, olhem meu perfil,
        vejam o meu perfil, meu perfil, link na bio, link na minha bio, onlyfans, privacy, comprar seguidores,
        compre seguidores, ganhe seguidores, ganhar seguidores, mais seguidores, seguidores baratos, seguidores reais,
        seo, criação de sites, crio sites, web design, designer gráfico, criação de logos, minha música nova,
        música nova no meu, meu novo clipe, ouçam meu, ouçam a minha, vote em mim, votem em mim, solteiras perto,
        novinhas, nudes, encontros, réplica, réplicas, rolex, relógios baratos, primeira linha, usa meu cupom,
        use meu código, meu código, código de indicação, link de indicação, faço tcc, faço trabalhos,
        trabalhos académicos por
    """,
    "off_topic": """
        o clima, almoço, trânsito, eleição, eleições, política, político, futebol, o jogo de ontem, jogo de ontem,
        conta errada, pessoa errada, empresa errada, perfil errado, não é com vocês, teste, testando,
        primeira a comentar, ok, hm, idem
    """,
    # How it is said
    "question_word": """
        o que, oq, q, quando, qnd, onde, aonde, por que, porquê, pq, quem, qual, quais, como, quanto, quantos, quanta,
        quantas, alguém sabe, alguém sabe se, alguém conhece, sabem se, vocês sabem, vcs sabem, será que, é verdade,
        existe algum, há algum, tem algum, tem alguma, uma dúvida, dúvida, tenho uma dúvida, uma pergunta, pergunta,
        tirar uma dúvida
    """,
    "can_you": """
        podem, poderiam, podiam, pode, poderia, vocês podem, vcs podem, alguém pode, alguém poderia, consegue me,
        conseguem, por favor, pfv, pf, pfvr, por gentileza, se faz favor, sff, peço, peço que, gostaria, gostaria de,
        gostaríamos, quero, queria, exijo, preciso que, preciso de, preciso, me digam, me diz, digam me, me avisem,
        avisem, avisem me, me manda, me mandem, me enviem, enviem me, me dêem, me liguem, liguem me,
        entrem em contato, entrem em contacto, contactem me, me respondam, respondam, respondam me, resposta, retorno,
        dêem retorno, deem um retorno, expliquem, me expliquem, expliquem me, façam algo, façam alguma coisa,
        tomem providência, tomem providências, providências, providência, arrumem isso, corrijam, tragam, adicionem,
        coloquem, ponham, solicito, solicitar, solicitação, aguardo retorno, aguardo resposta, fico no aguardo,
        quero saber, queria saber, gostaria de saber
    """,
    "urgent": """
        urgente, urgentemente, com urgência, urgência, é urgente, imediatamente, de imediato, agora mesmo, já já,
        o quanto antes, quanto antes, o mais rápido possível, o mais rápido, rápido, hoje, hoje mesmo, ainda hoje,
        esta noite, hoje à noite, amanhã, amanhã cedo, até amanhã, até sexta, até segunda, em uma hora,
        daqui a uma hora, daqui a 2 horas, em 2 horas, em 30 minutos, em 10 minutos, minutos, casamento, velório,
        prova, exame, prazo final, última chance, aluguel, renda da casa, salário, ordenado, agora,
        antes que seja tarde
    """,
    "again": """
        de novo, dnv, novamente, outra vez, mais uma vez, sempre, sempre igual, sempre o mesmo, como sempre, todo dia,
        todos os dias, toda vez, toda hora, toda semana, todas as semanas, constantemente, o tempo todo, continua,
        continuam, direto cai, terceira vez, segunda vez, semanas, meses, dias, horas, desde ontem, desde segunda,
        desde sexta, desde a semana passada, já é a, já são
    """,
    "mine": "eu, me, mim, meu, minha, meus, minhas, comigo, nós, a gente, nosso, nossa",
    "yours": """
        vocês, vcs, vc, você, seu, sua, seus, suas, vosso, vossa, vossos, vossas, convosco, pessoal, galera, equipe,
        equipa
    """,
    "complaint": """
        decepcionado, decepcionada, decepção, decepcionante, desiludido, desiludida, desilusão, desapontado,
        desapontada, ruim, ruins, mau, má, maus, más, muito mau, muito ruim, mal, mau serviço, mau atendimento,
        péssimo atendimento, chateado, chateada, irritado, irritada, irritante, revoltado, revoltada, indignado,
        indignada, furioso, furiosa, puto, puta da vida, puto da vida, frustrado, frustrada, frustrante, cansado de,
        cansada de, farto, farta, fartos, estou farto, estou farta, de saco cheio, saco, golpe, golpistas, golpista,
        burla, burlões, burlado, burlada, enganado, enganada, roubo, um roubo, ladrões, bandidos, lixo, um lixo,
        merda, uma merda, bosta, uma bosta, porcaria, uma porcaria, droga, ridículo, ridícula, palhaçada, palhaços,
        inútil, inúteis, incompetente, incompetentes, incompetência, amadores, lento, lenta, lentidão, muito lento,
        demora, demorado, demorada, perda de tempo, dinheiro jogado fora, dinheiro deitado fora,
        desculpas esfarrapadas, desculpa, mentirosos, mentira, mentiras, falta de respeito, desrespeito, descaso,
        total descaso, descaso total, falta de consideração, falta de profissionalismo, gozar com a minha cara,
        gozam connosco, brincadeira, só pode ser brincadeira, nunca mais, nunca mais compro, última vez,
        perderam um cliente, perderam uma cliente, vou mudar para, vou trocar de, mudei para, não recomendo,
        não comprem, fujam, não vale a pena, zero estrelas, uma estrela, nota zero, nota 0, problema, problemas,
        lamentável, triste, pena, que pena, infelizmente, chato, chata, feio, feia, caos, bagunça, confusão,
        cada vez pior, de mal a pior, piorou, caiu a qualidade, qualidade caiu, perdeu a qualidade, caralho, porra,
        cacete, foda se, fdp, pqp, tnc, vtnc, vsf, aff, affs, afff
    """,
    "awful": """
        péssimo, péssima, péssimos, pior, piores, o pior, a pior, horrível, horríveis, terrível, terríveis, desastre,
        um desastre, inaceitável, inadmissível, vergonhoso, vergonhosa, vergonha, uma vergonha, que vergonha, absurdo,
        um absurdo, absurda, nojento, nojenta, nojo, que nojo, patético, patética, odeio, ódio, detesto, pesadelo,
        um pesadelo, inferno, um inferno, deplorável, repugnante, intolerável, revoltante, ultrajante, escandaloso,
        miserável, filhos da puta, vão se foder, vão tomar, vão à merda, criminosos
    """,
    "sarcasm": """
        obrigado por nada, obrigada por nada, parabéns por, parabéns aos envolvidos, parabéns viu, parabéns 👏,
        tá de parabéns, estão de parabéns, que surpresa, nossa que surpresa, quem diria, que novidade, claro que sim,
        claro né, só que não, sqn, ótimo serviço né, excelente serviço né, belo serviço, belo atendimento,
        lindo serviço, que maravilha de serviço, que beleza hein, bonito hein, muito bonito, gênios, uns gênios,
        adoro quando, adoro esperar, adoro pagar, amo quando, amo esperar, amo pagar, ironia, contém ironia,
        modo ironia, palmas, uma salva de palmas, nota 10 na demora, continuem assim, só 3 horas, apenas 3 horas,
        bravo, confia, aham, sei, tá bom então
    """,
    "rhetorical": """
        sério, é sério, sério isso, sério mesmo, a sério, isto é a sério, é brincadeira, isso é uma piada,
        isto é uma piada, tão de brincadeira, estão de brincadeira, estão a gozar, estão a brincar,
        vocês não têm vergonha, não têm vergonha, qual o problema de vocês, qual é o vosso problema,
        quem teve a ideia, quem aprovou, o que tinham na cabeça, é tão difícil, custa tanto, custa muito,
        para que serve, pra que, como pode, como é possível, como é que é possível, até quando, quem liga, quem mais,
        né, não é, que palhaçada é essa, que isso, como assim
    """,
    "laugh": """
        kkk, kkkk, kkkkk, kkkkkk, kkkkkkk, rsrs, rsrsrs, rs, haha, hahaha, hahahaha, hehe, lol, ahahah, ahah, rindo,
        rindo muito, a rir, ri muito, ri alto, morri de rir, brincadeirinha, zoeira, zoando, tô brincando, 😂, 🤣
    """,
    "quiet": """
        não precisa responder, não precisam responder, sem necessidade de resposta, não é preciso responder,
        só queria dizer, só quero dizer, só para dizer, só passando pra dizer, só passando para, passando pra dizer,
        só comentando, só pra avisar, só para avisar, só avisando, fyi, já foi resolvido, já está resolvido,
        resolvido, já resolveram, resolveu, já resolvi, voltou a funcionar, já funciona, já está funcionando,
        já está a funcionar, já chegou, obrigado mesmo assim, obrigada mesmo assim, obrigado na mesma, tudo bem,
        sem problema, sem pressa, não tem pressa, não é urgente, deixa pra lá, esquece, esqueçam, de boa
    """,
    "good": """
        bom, boa, bons, boas, legal, gosto, gostei, gostamos, gostando, bacano, agradável, prático, prática, útil,
        rápida, pontual, confortável, feliz, bonito, bonita
    """,
    "but": "mas, porém, contudo, no entanto, embora, exceto, só que, apesar",
    "not": "não, n, nem, nunca, jamais, nada, sem, nenhum, nenhuma, ninguém",
    "nothing": """
        morri de rir, morrendo de rir, morrer de rir, morri 😂, morro de rir, tô morta 😂, tô morto 😂,
        estou morta 😂, morta de, morrendo de vontade, morro de vontade, morrendo de amores, morro de amores,
        morri de amores, morrer de amores, morta com, de morrer, gostoso de morrer, bom de morrer, mataria por,
        matar a saudade, matar saudades, matou a saudade, matando saudade, mata a fome, matar a fome, me mata de rir,
        matador, explosão de sabor, explosão de sabores, explodiu minha cabeça, explode cabeças, explodiu a internet,
        derrete na boca, derreteu meu coração, derreti, derretida de amor, quebrou a internet, quebrando a internet,
        quebrou recordes, quebrando recordes, quebrar o gelo, quebra cabeça, quebrou tudo, quebrando tudo,
        partiu praia, partiu, parte o coração, coração partido, roubou meu coração, roubou a cena, rouba a cena,
        pegando fogo o, tá pegando fogo 🔥, fogo no parquinho, bota fogo, fogo de artifício, fogos de artifício,
        fogo puro, foguete, bomba de chocolate, bomba de banho, bombando, bombou, tá bombando, bombástico, tiro,
        tiro certo, que tiro foi esse, tô passada, laranja de sangue, sangue frio, doar sangue, doação de sangue,
        série policial, suspense, filme de terror, jogo de terror, true crime, chefão, escape room, death metal,
        foda demais, foda pra caralho, bom pra caralho, bom pra cacete, lindo pra caralho, pra caralho de bom,
        porra que bom, caralho que bom, puta que pariu que bom, puta merda que bom, nada mal, não é mau, não está mau,
        nada mau, vale a espera, valeu a espera, valeu a pena esperar, mal posso esperar, não posso esperar,
        mal vejo a hora, não vejo a hora, sem problemas, sem problema, nenhum problema, de vez em quando,
        perigo pro meu bolso, um perigo pro bolso, perigosamente bom, deveria ser crime, devia ser crime,
        crime de tão bom, devia ser ilegal, deveria ser proibido, pecado de bom, vício bom, viciante, dica, hackathon,
        louco pra, louca pra, louca de bom, doido por, doida por, insano de bom, surreal de bom, absurdo de bom,
        absurdamente bom, bom demais da conta, mal agradecido, ajuda muito, dar uma mão, fora de série, pouco a pouco,
        quem me dera, de mão cheia, cara de pau boa, minha cara, a cara de, essa cara, a cara dele, a cara dela
    """,
}
